import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import type { LinkProps } from '../ui/link.tsx'

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** The kit's link over our router. Not the router's own: it would mark Today as current everywhere. */
export function RouterLink({ to, onClick, children, ...rest }: LinkProps) {
  const router = useRouter()
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !isPlainPress(event) || to.startsWith('#')) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a href={to} {...rest} onClick={go}>
      {children}
    </a>
  )
}
