import type { Locator, Page } from 'playwright-core';

export type InterviewName = '期首面談' | '期中面談' | '期末面談';

/** The talks about one sheet. */
export class InterviewsPage {
  constructor(private readonly page: Page) {}

  /** From the open sheet. */
  async goTo(): Promise<void> {
    const pages = this.page.getByRole('navigation', { name: 'シートのページ' });
    await pages.getByRole('link', { name: '評価者面談' }).click();
    await this.card('期首面談').waitFor();
  }

  card(name: InterviewName): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  text(name: InterviewName): Locator {
    return this.card(name).getByLabel(`${name}の内容`);
  }

  day(name: InterviewName): Locator {
    return this.card(name).getByRole('textbox', { name: '面談日' });
  }

  agreeButton(name: InterviewName): Locator {
    return this.card(name).getByRole('button', { name: '内容を確かめました' });
  }

  paperButton(name: InterviewName): Locator {
    return this.card(name).getByRole('button', { name: '記録をPDFにする' });
  }
}
