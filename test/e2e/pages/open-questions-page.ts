import type { Locator, Page } from 'playwright-core';

/** 職員課: the wordings of the policy's tables that wait for an answer. */
export class OpenQuestionsPage {
  constructor(private readonly page: Page) {}

  heading(): Locator {
    return this.page.getByRole('heading', { level: 1, name: '体系図の文言の確認' });
  }

  /** @param where as the card is titled, e.g. `職務知識／主事・技師(補)、主任` */
  card(where: string): Locator {
    return this.page.getByRole('article', { name: where, exact: true });
  }

  async cardNames(): Promise<string[]> {
    // The page before may have cards of its own.
    await this.heading().waitFor();
    await this.page.getByRole('article').first().waitFor();
    return this.page.getByRole('article').getByRole('heading', { level: 2 }).allTextContents();
  }

  async settle(where: string, text: string): Promise<void> {
    const card = this.card(where);
    await card.getByRole('textbox').fill(text);
    await card.getByRole('button', { name: `${where} を確定する` }).click();
    await card.getByText('確定済み').waitFor();
  }
}
