import {
  createContext,
  createElement,
  useContext,
  type AnchorHTMLAttributes,
  type ComponentType,
  type ReactNode,
} from 'react'

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string
  children?: ReactNode
}
export type LinkComponent = ComponentType<LinkProps>

function PlainLink({ to, children, ...rest }: LinkProps) {
  return (
    <a href={to} {...rest}>
      {children}
    </a>
  )
}

/** Which component draws a link. The app puts its router's link here; the kit knows no router. */
export const LinkContext = createContext<LinkComponent>(PlainLink)

/** A link inside the app, drawn by whatever LinkContext holds. */
export function Link(props: LinkProps) {
  return createElement(useContext(LinkContext), props)
}
