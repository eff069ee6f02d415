// Fills in the form that pays somebody outside, as a person does.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Leaving a list behind closes it, as it does under a hand. */
async function pick(page: Page, name: string, value: string): Promise<void> {
  const field = page.getByRole('combobox', { name })
  await field.fill(value)
  await field.press('Tab')
  await expect.poll(() => field.inputValue(), { timeout: 30_000 }).toBe(value)
}

/** `amount`: as it is typed. From the account `main`, in EUR. */
export async function fillInPayment(page: Page, amount: string, purpose: string): Promise<void> {
  await pick(page, 'Account', 'main')
  await page.getByRole('button', { name: /Which/ }).click()
  await page.getByRole('option', { name: 'A vendor' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Lamp & Sons')
  await page.getByLabel('Amount').fill(amount)
  await pick(page, 'Currency', 'EUR')
  await page.getByLabel('Purpose').fill(purpose)
}
