// Charts as pictures: whatever a name holds they stay well-formed, and what is unknown is not drawn.
import { expect, test } from 'vitest'
import { fixtureReport } from '../fixtures/report.ts'
import { historyPicture } from './history-picture.ts'
import { lorenzPicture } from './lorenz-picture.ts'

const surface = fixtureReport().units[0]?.surfaces[0]
const point = (date: string, score: number | null) => ({ date, score, low: score, high: score })

test('a curve has its title, its quarters and a way to say what it shows', () => {
  if (!surface) throw new Error('the fixture has surfaces')
  const { svg, width, height } = lorenzPicture('Finance, <b>keys</b>', surface)
  expect(svg).toContain('<title>Finance, &lt;b&gt;keys&lt;/b&gt;</title>')
  expect(svg).toContain('>75%</text>')
  expect(svg).not.toContain('<b>')
  expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
})

test('a course breaks where nothing is known', () => {
  const history = [
    point('2026-01-01', 10),
    point('2026-02-01', 12),
    point('2026-03-01', null),
    point('2026-04-01', 20),
    point('2026-05-01', 25),
  ]
  const { svg } = historyPicture('Finance over time', { history, declared: 50, target: null })
  // Two stretches of the band and two of the line.
  expect(svg.match(/<path /g)?.length).toBe(4)
  expect(svg).toContain('>1 Jan 2026</text>')
  expect(svg).toContain('>declared today</text>')
  expect(svg).not.toContain('>target</text>')
})

test('a course without any point is a frame and no fault', () => {
  const { svg } = historyPicture('Finance over time', { history: [], declared: null, target: null })
  expect(svg).not.toContain('NaN')
})
