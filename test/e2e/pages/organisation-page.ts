import type { Locator, Page } from 'playwright-core';

/** 職員課's page of the units, and that of one person. */
export class OrganisationPage {
  constructor(private readonly page: Page) {}

  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: '職員課', exact: true }).click();
    const pages = this.page.getByRole('navigation', { name: '職員課のページ' });
    await pages.getByRole('link', { name: '組織' }).click();
    await this.tree().waitFor();
  }

  tree(): Locator {
    return this.page.getByRole('treegrid', { name: '所属の一覧' });
  }

  unit(name: string): Locator {
    return this.tree().getByRole('row', { name, exact: true });
  }

  search(): Locator {
    return this.page.getByLabel('所属・氏名・職員番号で探す');
  }

  people(): Locator {
    return this.page.getByRole('table', { name: /の職員の一覧$/u }).getByRole('row');
  }

  async openPerson(name: string): Promise<void> {
    await this.search().fill(name);
    await this.people().getByRole('link', { name, exact: true }).first().click();
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  assignments(): Locator {
    return this.page.getByRole('region', { name: '評価者の担当期間' }).locator('tbody tr');
  }

  /** Fills in the question of who evaluates, and settles it. */
  async assign(said: { evaluator: string; from: string; to: string }): Promise<void> {
    await this.page.getByRole('button', { name: '担当期間を加える' }).click();
    const form = this.form();
    await form.getByRole('combobox', { name: '評価者', exact: true }).fill(said.evaluator);
    await this.page.getByRole('option', { name: said.evaluator }).first().click();
    await form.getByLabel('始まりの日').fill(said.from);
    await form.getByLabel('終わりの日').fill(said.to);
    await form.getByRole('button', { name: 'この内容で決める' }).click();
  }

  form(): Locator {
    return this.page.getByRole('dialog', { name: /の評価者の担当期間$/u });
  }
}
