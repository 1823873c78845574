import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { changeRecord, createRecord, type Fields, rawRecords } from '../../src/crdt/records.ts'
import {
  draftOptionRecord,
  draftPromptRecord,
  type DraftRecords,
  draftSectionRecord,
  templateDraftRecord,
} from '../../src/domain/checks/draft.ts'
import { bodyOf, draftInWhole, promptFields, tidied } from '../../src/domain/checks/draft-body.ts'
import { draftFaults } from '../../src/domain/checks/draft-faults.ts'
import { check, choice } from '../../src/domain/checks/ready-made/writing.ts'
import { type Prompt, templateBodySchema } from '../../src/domain/checks/template.ts'
import type { RecordType } from '../../src/domain/record.ts'

/** A device that writes the draft `d`; two of them meet by exchanging all they have. */
function deskOf(device: string) {
  const doc = new Y.Doc()
  const author = { device, at: 1 }
  const create = (type: RecordType<unknown>, id: string, fields: Fields) =>
    createRecord(doc, type, id, { draft: 'd', removedAt: null, ...fields }, author)
  const rows = <T>(type: RecordType<T>): T[] =>
    rawRecords(doc).flatMap((raw) => {
      const read = type.read(raw)
      return read.ok ? [read.value] : []
    })
  return {
    doc,
    create,
    change: (type: RecordType<unknown>, id: string, fields: Fields) =>
      changeRecord(doc, type, id, fields, author),
    prompt(id: string, prompt: Prompt, order: string) {
      create(draftPromptRecord, id, { ...promptFields(prompt), section: 's', order })
      prompt.options.forEach(({ value, label, score }, at) =>
        create(draftOptionRecord, `${id}-${value}`, {
          prompt: id,
          value,
          label,
          score,
          order: String(at + 1),
        }),
      )
    },
    whole() {
      const records: DraftRecords = {
        drafts: rows(templateDraftRecord),
        sections: rows(draftSectionRecord),
        prompts: rows(draftPromptRecord),
        options: rows(draftOptionRecord),
      }
      const whole = draftInWhole(records, 'd')
      if (!whole) throw new Error('no draft')
      return whole
    },
  }
}
type DraftDesk = ReturnType<typeof deskOf>

function meet(a: DraftDesk, b: DraftDesk) {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc))
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc))
}

const gate = check('gate', 'Gate shuts')
const mud = choice('mud', 'Mud', [
  ['none', 'None', 1],
  ['some', 'Some', 0],
])

function two(): [DraftDesk, DraftDesk] {
  const a = deskOf('a')
  const b = deskOf('b')
  a.create(templateDraftRecord, 'd', {
    key: 'k',
    base: 0,
    name: 'Field',
    about: '',
    job: 'other',
    noPhotos: false,
    by: 'p09',
    madeAt: 1,
  })
  a.create(draftSectionRecord, 's', { key: 'field', title: 'Field', order: 'V' })
  a.prompt('p1', gate, 'V')
  a.prompt('p2', mud, 'k')
  meet(a, b)
  return [a, b]
}
const texts = (desk: DraftDesk) =>
  bodyOf(desk.whole()).sections.map((s) => s.prompts.map((p) => p.text))

describe('two people write one checklist while apart', () => {
  it('C55: both’s words, prompts and answers are there when they meet', () => {
    const [a, b] = two()
    a.change(draftPromptRecord, 'p1', { text: 'Gate shuts by itself' })
    b.change(draftPromptRecord, 'p1', { text: 'The Gate shuts' })
    a.prompt('p3', check('net', 'Nets whole'), 'z')
    b.prompt('p4', check('post', 'Posts firm'), 'z')
    b.create(draftOptionRecord, 'o', {
      prompt: 'p2',
      value: 'lots',
      label: 'Lots',
      score: 0,
      order: '9',
    })
    a.change(draftOptionRecord, 'p2-some', { label: 'Some of it' })
    meet(a, b)
    expect(bodyOf(a.whole())).toEqual(bodyOf(b.whole()))
    expect(texts(a)).toEqual([['The Gate shuts by itself', 'Mud', 'Nets whole', 'Posts firm']])
    const labels = bodyOf(a.whole()).sections[0]?.prompts[1]?.options.map(({ label }) => label)
    expect(labels).toEqual(['None', 'Some of it', 'Lots'])
    expect(draftFaults(a.whole())).toEqual([])
  })

  it('C55: a setting that both chose differently keeps it from being published until one picks', () => {
    const [a, b] = two()
    a.change(draftPromptRecord, 'p1', {
      weight: 3,
      demands: JSON.stringify([{ answer: 'fail', needs: ['photo'] }]),
    })
    b.change(draftPromptRecord, 'p1', {
      weight: 5,
      demands: JSON.stringify([{ answer: 'fail', needs: ['action'] }]),
    })
    meet(a, b)
    expect(draftFaults(b.whole()).map(({ words }) => words)).toEqual([
      'Two people chose differently how much it counts: choose again',
      'Two people chose differently what an answer asks for: choose again',
    ])
    expect(bodyOf(b.whole()).sections[0]?.prompts[0]?.demands).toEqual([
      { answer: 'fail', needs: ['photo', 'action'] },
    ])
    b.change(draftPromptRecord, 'p1', {
      weight: 5,
      demands: JSON.stringify(bodyOf(b.whole()).sections[0]?.prompts[0]?.demands),
    })
    expect(draftFaults(b.whole())).toEqual([])
  })

  it('what is taken out can be put back, and changing its words keeps its id', () => {
    const [a] = two()
    a.change(draftPromptRecord, 'p1', { removedAt: 5 })
    expect(texts(a)).toEqual([['Mud']])
    expect(a.whole().removed.prompts.map(({ key }) => key)).toEqual(['gate'])
    a.change(draftPromptRecord, 'p1', { removedAt: null, text: 'Both gates shut' })
    expect(bodyOf(a.whole()).sections[0]?.prompts[0]).toEqual({ ...gate, text: 'Both gates shut' })
  })
})

describe('before it is published', () => {
  const faultsAfter = (change: (desk: DraftDesk) => void) => {
    const [a] = two()
    change(a)
    return draftFaults(a.whole()).map(({ at, words }) => `${at}: ${words}`)
  }

  it('says what is missing, at its place', () => {
    expect(
      faultsAfter((a) => {
        a.change(templateDraftRecord, 'd', { name: ' ' })
        a.change(draftSectionRecord, 's', { title: '' })
        a.change(draftPromptRecord, 'p1', { text: '' })
        a.change(draftOptionRecord, 'p2-some', { label: 'none ' })
      }),
    ).toEqual([
      ': Give the checklist a name',
      'field: Give the section a name',
      'gate: Write what to look at',
      'mud: Two answers have the same words',
    ])
    expect(faultsAfter((a) => a.change(draftSectionRecord, 's', { removedAt: 1 }))).toEqual([
      ': Add at least one prompt',
    ])
    expect(faultsAfter((a) => a.change(draftOptionRecord, 'p2-some', { removedAt: 1 }))).toEqual([
      'mud: Give at least two answers',
    ])
    expect(
      faultsAfter((a) => a.change(draftPromptRecord, 'p1', { text: 'x'.repeat(301) })),
    ).toEqual(['gate: Some of its words are too long'])
  })

  it('a follow-up waits for an answer of a prompt that comes before it', () => {
    const waits = (prompt: string, answer: string) =>
      faultsAfter((a) =>
        a.change(draftPromptRecord, 'p2', {
          after: JSON.stringify({ prompt, answers: [answer] }),
        }),
      )
    expect(waits('gate', 'fail')).toEqual([])
    expect(waits('gate', 'perhaps')).toEqual([
      'mud: It waits for an answer that “Gate shuts” no longer has',
    ])
    expect(waits('mud', 'none')).toEqual([
      'mud: It waits for a prompt that does not come before it',
    ])
  })

  it('C42: the single central record takes no photo, whatever the draft says', () => {
    const [a] = two()
    a.change(templateDraftRecord, 'd', { job: 'scr' })
    expect(tidied(bodyOf(a.whole())).noPhotos).toBe(true)
    a.change(draftPromptRecord, 'p1', { kind: 'photo' })
    expect(draftFaults(a.whole()).map(({ words }) => words)).toEqual([
      'It asks for a photo, and no photos are taken with this checklist',
    ])
  })

  it('is a whole body, without blanks at the ends and without demands of answers that are gone', () => {
    const [a] = two()
    a.change(draftPromptRecord, 'p2', {
      text: ' Mud ',
      demands: JSON.stringify([
        { answer: 'some', needs: ['note'] },
        { answer: 'lots', needs: ['note'] },
      ]),
    })
    const body = tidied(bodyOf(a.whole()))
    expect(templateBodySchema.parse(body)).toEqual(body)
    expect(body.sections[0]?.prompts).toEqual([
      gate,
      { ...mud, demands: [{ answer: 'some', needs: ['note'] }] },
    ])
  })
})
