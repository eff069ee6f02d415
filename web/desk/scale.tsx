// The scale beside the strips: the five stages at their heights.
import { text } from '../messages/text.ts'
import { at } from '../words/unit-words.ts'

export function Scale() {
  return (
    <div className="scale" aria-hidden="true">
      <div className="well">
        {text.stages.map((stage, i) => (
          <span key={stage} className={`scale-name ${at(i * 25)}`}>
            {stage}
          </span>
        ))}
      </div>
    </div>
  )
}

/** The same heights as hairlines inside a strip. */
export function Ticks() {
  return text.stages.map((stage, i) => <span key={stage} className={`tick ${at(i * 25)}`} />)
}
