import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

type View = '一覧' | '項目ごと' | '並べて見る' | '私の評語の分布' | '意見を求められた職員';

/** 評価する職員: an evaluator's people in one place. */
export class DeskPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'おもなメニュー' })
      .getByRole('link', { name: '評価する職員', exact: true })
      .click();
    await this.page.getByRole('heading', { level: 1, name: '評価する職員' }).waitFor();
  }

  async show(view: View): Promise<void> {
    await this.page.getByRole('tab', { name: view, exact: true }).click();
    await this.page.getByRole('tabpanel', { name: view }).waitFor();
  }

  row(name: string): Locator {
    return this.page
      .getByRole('table', { name: '評価する職員の一覧' })
      .getByRole('row')
      .filter({ hasText: name });
  }

  async chooseItem(name: string): Promise<void> {
    await this.page.getByLabel('項目', { exact: true }).selectOption({ label: name });
  }

  /** One person's card of the item that is shown. */
  card(person: string, item: string): Locator {
    return this.page.getByRole('article', { name: `${person} さんの${item}`, exact: true });
  }

  /** The ratings of the item across all of my people. */
  across(item: string): Locator {
    return this.page.getByRole('table', { name: `${item}の評語`, exact: true });
  }

  async rate(person: string, item: string, rating: string): Promise<void> {
    await this.card(person, item).getByRole('radio').first().focus();
    await this.page.keyboard.press(rating.toLowerCase());
    await this.card(person, item)
      .getByRole('radio', { name: rating, exact: true, checked: true })
      .waitFor();
    await new ShellPage(this.page).untilSaved();
  }

  async choosePerson(name: string): Promise<void> {
    const choice = this.page.getByLabel('職員', { exact: true });
    const label = await choice.getByRole('option').filter({ hasText: name }).textContent();
    await choice.selectOption({ label: label ?? name });
  }

  ratingsOf(person: string): Locator {
    return this.page.getByRole('table', { name: `${person} さんの評語` });
  }

  counts(): Locator {
    return this.page.getByRole('table', { name: '評語ごとの数' });
  }

  hints(): Locator {
    return this.page.getByRole('region', { name: '手がかり' });
  }
}
