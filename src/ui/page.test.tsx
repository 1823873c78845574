// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { BigText } from './big-text.tsx'
import { Frame } from './frame.tsx'
import { IconHome } from './icons.ts'
import { LinkContext, type LinkProps } from './link.tsx'
import { Page } from './page.tsx'

afterEach(cleanup)

describe('a page', () => {
  it('takes focus to its heading so that a screen reader says where one is', () => {
    render(<Page title="Today" />)
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Today' }))
    expect(document.title).toBe('Today · Corridor')
  })

  it('leaves focus in a capture box that has taken it already', () => {
    render(
      <Page title="New note">
        <BigText label="What do you see?" value="" onChange={() => undefined} startHere />
      </Page>,
    )
    expect(document.activeElement).toBe(screen.getByRole('textbox'))
  })

  it('draws its way back with the link it is given', () => {
    const Marked = ({ to, children }: LinkProps) => <a href={`/app${to}`}>{children}</a>
    render(
      <LinkContext value={Marked}>
        <Page title="Note" back={{ to: '/today', label: 'Today' }} />
      </LinkContext>,
    )
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('href')).toBe('/app/today')
  })
})

describe('the frame', () => {
  it('has one main place, says which part is open and skips to the content', () => {
    render(
      <Frame
        title="Riverside"
        nav={[{ to: '/', label: 'Today', icon: IconHome, current: true }]}
        more={{ to: '/more', label: 'More', icon: IconHome }}
      >
        <p>Words</p>
      </Frame>,
    )
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('aria-current')).toBe('page')
    screen.getByRole('link', { name: 'Skip to content' }).click()
    expect(document.activeElement).toBe(screen.getByRole('main'))
  })
})
