// Something to know before going on; what one can do about it stands in it.
import './notice.css'
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

export interface NoticeProps {
  readonly tone?: 'plain' | 'true' | 'warn'
  readonly title?: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Spoken as soon as it appears. */
  readonly live?: boolean
}

export function Notice({ tone = 'plain', title, children, action, live = false }: NoticeProps) {
  const icon = tone === 'warn' ? 'warning' : tone === 'true' ? 'check' : 'info'
  const role = live ? { role: tone === 'warn' ? 'alert' : 'status' } : {}
  return (
    <div className={`notice notice-${tone}`} {...role}>
      <Icon name={icon} size={20} />
      <div className="notice-words">
        {title && <p className="notice-title">{title}</p>}
        {children && <div className="notice-text">{children}</div>}
      </div>
      {action && <div className="notice-action">{action}</div>}
    </div>
  )
}
