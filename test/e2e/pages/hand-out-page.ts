import type { Locator, Page } from 'playwright-core';

/** 職員課's pages of periods, forms and 配布. */
export class HandOutPage {
  constructor(private readonly page: Page) {}

  async goToPeriods(): Promise<void> {
    await this.page.getByRole('link', { name: '職員課', exact: true }).click();
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name: '評価期間と様式' }).click();
    await this.periods().waitFor();
  }

  periods(): Locator {
    return this.page.getByRole('table', { name: '評価期間の一覧' });
  }

  /** Adds a period of this kind, with the days that are proposed or these, and ends on its page. */
  async addPeriod(
    kind: string,
    name: string,
    days?: { startsOn: string; endsOn: string },
  ): Promise<void> {
    await this.page.getByRole('link', { name: '評価期間を加える' }).click();
    await this.page.getByLabel('種類').selectOption(kind);
    await this.page.getByLabel('名前').fill(name);
    if (days !== undefined) {
      await this.set('始まりの日', days.startsOn);
      await this.set('終わりの日', days.endsOn);
      await this.page.getByRole('button', { name: '期間から期限を入れる' }).click();
    }
    await this.page.getByRole('button', { name: 'この評価期間を加える' }).click();
    await this.plans().waitFor();
  }

  plans(): Locator {
    return this.page.getByRole('table', { name: '様式の一覧' });
  }

  async openPlan(name: string): Promise<void> {
    await this.plans().getByRole('link', { name }).click();
    await this.page.getByRole('heading', { level: 1, name: `様式：${name}` }).waitFor();
  }

  /** Fills a field and leaves it. */
  async set(label: string, value: string): Promise<void> {
    const field = this.page.getByLabel(label, { exact: true });
    await field.fill(value);
    await field.blur();
  }

  faults(): Locator {
    return this.page.getByRole('list', { name: '様式の直すところ' });
  }

  async back(): Promise<void> {
    await this.page.getByRole('link', { name: /^←/u }).click();
  }

  async goToHandOut(): Promise<void> {
    await this.page.getByRole('link', { name: '配布へ進む' }).click();
    await this.page.getByRole('heading', { level: 1, name: /の配布$/u }).waitFor();
  }

  handOutButton(): Locator {
    return this.page.getByRole('button', { name: /人に配布する$|配布する職員はいません/u });
  }
}
