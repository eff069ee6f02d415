// The few pictures of our own, drawn in lines on 16 units; each stands beside words or in a button that has a name.
import type { ReactNode } from 'react'

const paths = {
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  search: <path d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5L14 14" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.4" />,
  down: <path d="M4 6.5l4 4 4-4" />,
  up: <path d="M4 9.5l4-4 4 4" />,
  right: <path d="M6.5 4l4 4-4 4" />,
  left: <path d="M9.5 4l-4 4 4 4" />,
  check: <path d="M3 8.5l3.2 3.2L13 5" />,
  plus: <path d="M8 3v10M3 8h10" />,
  copy: <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />,
  undo: <path d="M6 3L2.8 6.2 6 9.4M3 6.2h6.2a3.8 3.8 0 0 1 0 7.6H6" />,
  file: <path d="M4 1.8h5L12.5 5.3v8.9H4zM9 2v3.6h3.4" />,
  folder: <path d="M1.8 4h4.4l1.4 1.7h6.6v7H1.8z" />,
  upload: <path d="M8 10.5V2.5M4.8 5.5L8 2.3l3.2 3.2M2.5 10.5v3h11v-3" />,
  download: <path d="M8 2.5v8M4.8 7.3L8 10.5l3.2-3.2M2.5 10.5v3h11v-3" />,
  clock: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.8V8l2.2 1.6" />,
  calendar: <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />,
  warning: <path d="M8 2.2L14.5 13.5h-13zM8 6.5v3.2M8 11.7h.01" />,
  info: <path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.2M8 5.2h.01" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.5-3.6M13 2v3h-3" />,
  sun: (
    <path d="M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1" />
  ),
  moon: <path d="M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8z" />,
  desk: <path d="M3.5 2v12M8 2v12M12.5 2v12M2 10h3M6.5 5h3M11 8h3" />,
  people: (
    <path d="M6 7.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6zM1.8 13.2c.3-2.4 1.9-3.7 4.2-3.7s3.9 1.3 4.2 3.7M10.6 3.2a2.2 2.2 0 0 1 0 4.2M11.8 9.9c1.4.5 2.2 1.6 2.4 3.3" />
  ),
  decide: <path d="M2.5 8.3l2.4 2.4 4-4.6M9.5 11.5h4M11 4.5h2.5M10.5 8h3" />,
  log: <path d="M2.5 2.5h4.5v4.5H2.5zM9 9h4.5v4.5H9zM7 4.8h4.3V9" />,
  compare: <path d="M2.5 3h4.2v10H2.5zM9.3 3h4.2v10H9.3z" />,
  settings: (
    <path d="M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.8 6.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4zM5.2 13.2a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4z" />
  ),
  keyboard: <path d="M1.5 4h13v8h-13zM4 6.5h.01M6.7 6.5h.01M9.3 6.5h.01M12 6.5h.01M5 9.5h6" />,
  sort: <path d="M5 3v10M2.5 10.5L5 13l2.5-2.5M11 13V3M8.5 5.5L11 3l2.5 2.5" />,
  filter: <path d="M2 4h12M4.5 8h7M6.8 12h2.4" />,
  link: (
    <path d="M6.7 9.3l2.6-2.6M7.2 4.6l1.5-1.5a3 3 0 0 1 4.2 4.2l-1.5 1.5M8.8 11.4l-1.5 1.5a3 3 0 0 1-4.2-4.2l1.5-1.5" />
  ),
  trash: <path d="M2.5 4.5h11M6 4.5V2.5h4v2M4 4.5l.7 9h6.6l.7-9" />,
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: 16 | 20 }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {paths[name]}
    </svg>
  )
}
