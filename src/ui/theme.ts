import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brick: MantineColorsTuple = [
  '#fdf1ec',
  '#f9e4d9',
  '#f2c3ae',
  '#eb9f80',
  '#f2936b',
  '#d1663d',
  '#b4461f',
  '#a03c19',
  '#8f3514',
  '#6e2a12',
]

const font = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"

/** The Mantine theme: our fonts, brick as the one accent, large targets, small corners. */
export const theme = createTheme({
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '700' },
  colors: { brick },
  primaryColor: 'brick',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  defaultRadius: 'sm',
  black: '#1e2430',
  fontSizes: { xs: '1rem', sm: '1rem', md: '1.125rem', lg: '1.125rem', xl: '1.25rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
})
