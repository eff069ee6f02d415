// The path of a proof drawn: the root on top, the entry below, and beside each step the neighbour that is added.
import { logWords } from '../../messages/log-words.ts'
import { count } from '../../words/format.ts'
import { hex } from './opened-log.ts'
import type { ProofPath, ProofStep } from './proof-path.ts'

const [width, rowHeight, boxWidth, boxHeight] = [420, 66, 124, 44] as const
const [middle, left, right] = [width / 2, boxWidth / 2 + 4, width - boxWidth / 2 - 4] as const

const short = (hash: Uint8Array): string => hex(hash.subarray(0, 5))

interface BoxProps {
  readonly x: number
  readonly y: number
  readonly hash: Uint8Array
  readonly look: 'path' | 'neighbour' | 'root'
  readonly says?: string
}

function Box({ x, y, hash, look, says }: BoxProps) {
  return (
    <g className={`proof-box proof-box-${look}`}>
      <rect x={x - boxWidth / 2} y={y - boxHeight / 2} width={boxWidth} height={boxHeight} rx={6} />
      <text x={x} y={says ? y - 3 : y + 4} textAnchor="middle" className="proof-hash">
        {short(hash)}
      </text>
      {says && (
        <text x={x} y={y + 14} textAnchor="middle" className="proof-says">
          {says}
        </text>
      )}
    </g>
  )
}

const coversWords = ({ covers: [from, to] }: ProofStep): string =>
  logWords().log.page.proof.covers(count(from), count(to))

interface ProofPictureProps {
  readonly index: number
  readonly size: number
  readonly path: ProofPath
}

export function ProofPicture({ index, size, path }: ProofPictureProps) {
  const words = logWords().log.page.proof
  const { leaf, steps, root } = path
  const height = (steps.length + 1) * rowHeight + 12
  /** 0: the entry, at the bottom. */
  const yOf = (step: number) => height - rowHeight / 2 - 10 - step * rowHeight
  const isWhole = steps.length === 0
  return (
    <svg
      className="proof-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.picture(count(index), count(size))}
    >
      {steps.map((step, place) => {
        const x = step.side === 'left' ? left : right
        const [below, above] = [yOf(place), yOf(place + 1)]
        return (
          <g key={step.height}>
            <path className="proof-line proof-line-path" d={`M${middle} ${below}V${above}`} />
            <path className="proof-line" d={`M${x} ${below}V${(below + above) / 2}H${middle}`} />
            <Box x={x} y={below} hash={step.neighbour} look="neighbour" says={coversWords(step)} />
          </g>
        )
      })}
      <Box x={middle} y={yOf(0)} hash={leaf} look={isWhole ? 'root' : 'path'} says={words.leaf} />
      {steps.map((step, place) => (
        <Box
          key={step.height}
          x={middle}
          y={yOf(place + 1)}
          hash={step.gives}
          look={place === steps.length - 1 ? 'root' : 'path'}
          {...(place === steps.length - 1 ? { says: words.root } : {})}
        />
      ))}
      {isWhole && <title>{hex(root)}</title>}
    </svg>
  )
}

/** The same in full, for copying and for those who do not see the picture. */
export function ProofTable({ path }: { readonly path: ProofPath }) {
  const words = logWords().log.page.proof
  return (
    <details className="proof-full">
      <summary>{words.table}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.height}</th>
            <th scope="col">{words.neighbour}</th>
            <th scope="col">{words.side}</th>
            <th scope="col">{words.gives}</th>
          </tr>
        </thead>
        <tbody>
          {path.steps.map(step => (
            <tr key={step.height}>
              <th scope="row">{count(step.height)}</th>
              <td>
                <span className="log-hash">{hex(step.neighbour)}</span>
                <span className="soft"> {coversWords(step)}</span>
              </td>
              <td>{words[step.side]}</td>
              <td className="log-hash">{hex(step.gives)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
