import { expect, type Locator, type Page } from '@playwright/test'

/** Enough for the longest screen: it has three boxes for each pupil. */
const MOST_TABS = 500

type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'textbox' | 'combobox'

/** Goes on with Tab until this has the focus: no mouse anywhere. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  const reached = () => target.evaluate((element) => element === document.activeElement)
  for (let n = 0; n < MOST_TABS && !(await reached()); n++) await page.keyboard.press(key)
  await expect(target).toBeFocused()
}

const first = (page: Page, role: Role, name: string | RegExp): Locator =>
  page.getByRole(role, { name }).first()

export async function enter(
  page: Page,
  role: 'button' | 'link',
  name: string | RegExp,
): Promise<void> {
  await tabTo(page, first(page, role, name))
  await page.keyboard.press('Enter')
}

export async function type(page: Page, box: string | RegExp, text: string): Promise<void> {
  await tabTo(page, first(page, 'textbox', box))
  await page.keyboard.type(text)
}

export async function tick(page: Page, box: string | RegExp): Promise<void> {
  await tabTo(page, first(page, 'checkbox', box))
  await page.keyboard.press('Space')
  await expect(first(page, 'checkbox', box)).toBeChecked()
}

/** Down the list of a picker until it shows this. */
export async function choose(page: Page, picker: string, label: string): Promise<void> {
  const box = first(page, 'combobox', picker)
  await tabTo(page, box)
  const shown = () =>
    box.evaluate((select) =>
      select instanceof HTMLSelectElement ? select.selectedOptions[0]?.label : undefined,
    )
  await page.keyboard.press('Home')
  for (let n = 0; n < 40 && (await shown()) !== label; n++) await page.keyboard.press('ArrowDown')
  expect(await shown()).toBe(label)
}

/** What was copied in a spreadsheet, pasted into this box. */
export async function paste(page: Page, box: string | RegExp, text: string): Promise<void> {
  await tabTo(page, first(page, 'textbox', box))
  await page.keyboard.insertText(text)
}

export const title = (page: Page, name: string | RegExp): Promise<void> =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
