import type { Locator, Page } from 'playwright-core';

/** 職員課's 進行管理. */
export class ProgressPage {
  constructor(private readonly page: Page) {}

  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: '職員課', exact: true }).click();
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name: '進行管理' }).click();
    await this.counts().waitFor();
  }

  counts(): Locator {
    return this.page.getByRole('region', { name: '所属と段階ごとの人数' });
  }

  /** How many people stand at a stage; the button opens their list. */
  count(stage: string, section = 'すべての所属'): Locator {
    return this.counts().getByRole('button', { name: `${section} ${stage} ` });
  }

  people(stage: string): Locator {
    return this.page.getByRole('table', { name: `すべての所属：${stage}の人の一覧` });
  }

  /** Moves everybody on the open list in one go, and waits until it is done. */
  async moveAll(move: string): Promise<void> {
    await this.page.getByRole('button', { name: '全員を選ぶ' }).click();
    await this.page.getByRole('button', { name: `人：${move}` }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('button', { name: move, exact: true }).click();
    await this.page.getByText('この段階の人は、もういません。').waitFor({ timeout: 60_000 });
  }
}
