// The words of the page, each in one sentence.
import { text } from '../messages/text.ts'

export function Glossary() {
  return (
    <section className="block" aria-labelledby="glossary-heading">
      <h2 id="glossary-heading">{text.glossary.heading}</h2>
      <dl className="glossary">
        {text.glossary.terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
