// The words of the page, each in one sentence.
import { en } from '../messages/en.ts'

export function Glossary() {
  return (
    <section className="block" aria-labelledby="glossary-heading">
      <h2 id="glossary-heading">{en.glossary.heading}</h2>
      <dl className="glossary">
        {en.glossary.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
