// How a fader answers to keys and to a hand: whole positions 0..100, the stages a step apart, snapping near them.

export const stageStep = 25
/** A hand that comes this near to a stage means the stage. */
const snapWithin = 2

const inRange = (value: number): number => Math.min(100, Math.max(0, value))

/** Where a key moves the fader from `value`; null: not a key of the fader. Shift makes arrows go by five. */
export function moved(value: number, key: string, shift: boolean): number | null {
  const step = shift ? 5 : 1
  const whole = Math.round(value)
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return inRange(whole + step)
    case 'ArrowDown':
    case 'ArrowLeft':
      return inRange(whole - step)
    case 'PageUp':
      return inRange((Math.floor(value / stageStep) + 1) * stageStep)
    case 'PageDown':
      return inRange((Math.ceil(value / stageStep) - 1) * stageStep)
    case 'Home':
      return 0
    case 'End':
      return 100
    default:
      return null
  }
}

/** A position under a hand, whole, and on the stage where it is near one; `freely` leaves it where the hand is. */
export function snapped(value: number, freely: boolean): number {
  const whole = Math.round(inRange(value))
  const stage = Math.round(whole / stageStep) * stageStep
  return !freely && Math.abs(stage - whole) <= snapWithin ? stage : whole
}

/** The position 0..100 of a point on a track: from below upwards, or from left to right. */
export function positionAt(
  point: { readonly clientX: number; readonly clientY: number },
  track: Pick<DOMRect, 'left' | 'width' | 'bottom' | 'height'>,
  lying: boolean,
): number {
  const part = lying
    ? (point.clientX - track.left) / track.width
    : (track.bottom - point.clientY) / track.height
  return inRange(part * 100)
}
