// A word in a small frame: a state, a kind.
import './tag.css'
import type { ReactNode } from 'react'

export interface TagProps {
  readonly tone?: 'plain' | 'true' | 'warn' | 'aim' | 'sim'
  readonly children: ReactNode
}

export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={`word word-${tone}`}>{children}</span>
}
