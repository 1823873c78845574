import { describe, expect, it } from 'vitest'
import { listen, localRecogniser, type Recogniser, withSpoken } from './dictation.ts'

const made: Recogniser[] = []

const recogniser = (answer: () => Promise<string>) =>
  class {
    static available = answer
    declare lang: string
    declare continuous: boolean
    declare interimResults: boolean
    onresult: Recogniser['onresult'] = null
    onend: Recogniser['onend'] = null
    get processLocally() {
      return true
    }
    set processLocally(_on: boolean) {}
    start() {
      made.push(this)
    }
    stop() {
      this.onend?.()
    }
  }

describe('dictation', () => {
  it('is offered only where the device understands English by itself', async () => {
    const Local = recogniser(async () => 'available')
    expect(await localRecogniser({ SpeechRecognition: Local })).toBe(Local)
    for (const state of ['downloadable', 'downloading', 'unavailable'])
      expect(await localRecogniser({ SpeechRecognition: recogniser(async () => state) })).toBeNull()
  })

  it('is not offered by browsers that send speech away or cannot say', async () => {
    expect(await localRecogniser({})).toBeNull()
    expect(await localRecogniser({ SpeechRecognition: class {} })).toBeNull()
    expect(await localRecogniser({ webkitSpeechRecognition: class {} })).toBeNull()
    const broken = recogniser(() => Promise.reject(new Error('no')))
    expect(await localRecogniser({ SpeechRecognition: broken })).toBeNull()
  })

  it('hands over finished phrases only', () => {
    const said: string[] = []
    let over = false
    const stop = listen(
      recogniser(async () => 'available'),
      (words) => said.push(words),
      () => (over = true),
    )
    const phrase = (transcript: string, isFinal: boolean) =>
      Object.assign([{ transcript }], { isFinal })
    const results = [phrase('old', true), phrase('six pupils', true), phrase('and', false)]
    made[0]?.onresult?.({ resultIndex: 1, results })
    expect(said).toEqual(['six pupils'])
    stop()
    expect(over).toBe(true)
  })

  it('adds to what was typed and changes none of it', () => {
    expect(withSpoken('', 'six pupils')).toBe('Six pupils')
    expect(withSpoken('At the gate', ' six pupils ')).toBe('At the gate six pupils')
    expect(withSpoken('At the gate.\n', 'six pupils')).toBe('At the gate.\nSix pupils')
    expect(withSpoken('At the gate', '  ')).toBe('At the gate')
  })
})
