// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import jsQR from 'jsqr'
import { expect, it } from 'vitest'
import { QrCode } from './qr-code.tsx'

const SCALE = 4

/** The drawn squares as a camera would see them: dark on white, four dots wide. */
function seen(svg: Element) {
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2])
  const side = size * SCALE
  const dots = new Uint8ClampedArray(side * side * 4).fill(255)
  const path = svg.querySelector('path')?.getAttribute('d') ?? ''
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let i = 0; i < SCALE * SCALE; i++) {
      const column = Number(x) * SCALE + (i % SCALE)
      const row = Number(y) * SCALE + Math.floor(i / SCALE)
      dots.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
    }
  return { dots, side }
}

it('is read by a scanner as what was put in', () => {
  const link = `https://corridor.example/invite/${'aZ09-_'.repeat(7)}a`
  render(<QrCode text={link} label="Code to scan" />)
  const { dots, side } = seen(screen.getByRole('img', { name: 'Code to scan' }))
  expect(jsQR(dots, side, side)?.data).toBe(link)
})
