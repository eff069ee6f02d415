// What becomes of the data, and what this server is.
import { Link } from '@tanstack/react-router'
import { useSession } from '../../data/session.ts'
import { text } from '../../messages/text.ts'
import { Section } from '../../parts/section.tsx'

export function Privacy() {
  const words = text.settings.privacy
  return (
    <Section title={words.title} id="privacy">
      <dl className="settings-facts">
        {words.facts.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export function About() {
  const words = text.settings.about
  const { data } = useSession()
  return (
    <Section title={words.title} id="about">
      <dl className="settings-facts">
        <div>
          <dt>{words.version}</dt>
          <dd>Equalizer {data?.server.version}</dd>
        </div>
        <div>
          <dt>{words.signedIn}</dt>
          <dd dir="auto">{data?.user?.name}</dd>
        </div>
        <div>
          <dt>{words.interface}</dt>
          <dd>
            <a href="/api/openapi.json">{words.openapi}</a>
          </dd>
        </div>
        <div>
          <dt>{words.design}</dt>
          <dd>
            <Link to="/design">/design</Link>
          </dd>
        </div>
        <div>
          <dt>{words.licence}</dt>
          <dd>{words.licenceName}</dd>
        </div>
      </dl>
    </Section>
  )
}
