// Redraws public/ after a change to icon.svg: node .ci/icons.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { ensureChromium } from './ensure-chromium.mjs'

const publicFile = (/** @type {string} */ name) => new URL(`../public/${name}`, import.meta.url)
const mark = readFileSync(publicFile('icon.svg'), 'utf8')
const square = mark.replace(/ rx="\d+"/, '')
// A maskable icon may be cut to a circle of four fifths; the mark shrinks, its paper does not.
const maskable = square.replace('<g ', '<g transform="translate(66.6 66.6) scale(.74)" ')

const browser = await chromium.launch({ executablePath: ensureChromium() })
const page = await browser.newPage()

/** @param {string} svg @param {number} size */
async function render(svg, size) {
  await page.setViewportSize({ width: size, height: size })
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  await page.setContent(
    `<style>*{margin:0}img{display:block}</style><img src="${image}" width="${size}" height="${size}">`,
  )
  return await page.screenshot({ omitBackground: true })
}

/** @param {Buffer} png an icon file of one picture */
function ico(png, size = 32) {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(head.length, 18)
  return Buffer.concat([head, png])
}

writeFileSync(publicFile('icon-192.png'), await render(mark, 192))
writeFileSync(publicFile('icon-512.png'), await render(mark, 512))
writeFileSync(publicFile('icon-maskable-512.png'), await render(maskable, 512))
writeFileSync(publicFile('apple-touch-icon.png'), await render(square, 180))
writeFileSync(publicFile('favicon.ico'), ico(await render(mark, 32)))
await browser.close()
