// The board before its figures are there, in the size that it will have.

const strips = 6

export function BoardLoading() {
  return (
    <div className="board-loading" aria-hidden="true">
      <div className="board-ghost is-headline" />
      <div className="board-ghost is-sub" />
      <div className="board-ghost is-time" />
      <div className={`desk strips of-${strips} is-ghost`} />
    </div>
  )
}
