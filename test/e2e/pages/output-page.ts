import type { Locator, Page } from 'playwright-core';

/** まとめて出力. */
export class OutputPage {
  constructor(private readonly page: Page) {}

  /** From the list of sheets, as an evaluator too finds it. */
  async goTo(): Promise<void> {
    await this.page.getByRole('link', { name: '人事評価', exact: true }).click();
    await this.page.getByRole('link', { name: 'まとめて出力' }).click();
    await this.people().waitFor();
  }

  people(): Locator {
    return this.page.getByRole('table', { name: '出力する人の一覧' });
  }

  async narrowTo(field: '段階' | '所属', label: string): Promise<void> {
    await this.page
      .getByRole('search', { name: '出力する人を絞り込む' })
      .getByLabel(field)
      .selectOption({ label });
  }

  async choose(name: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: `${name}を選ぶ` }).check();
  }

  async chooseShown(): Promise<void> {
    await this.page.getByRole('button', { name: /^表示中の\d+人を選ぶ$/u }).click();
  }

  async chooseMode(mode: '1人に1ファイル' | '所属ごとに1ファイル'): Promise<void> {
    await this.page.getByText(mode, { exact: true }).click();
  }

  /** Begins, and resolves with the question before anything is written. */
  async begin(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^選んだ\d+人をPDFにする$/u }).click();
    const question = this.page.getByRole('alertdialog', { name: /人のシートをPDFにします$/u });
    await question.waitFor();
    return question;
  }

  /** Agrees; the dialog for the folder has its answer already. */
  async agree(question: Locator): Promise<void> {
    await question.getByRole('button', { name: /フォルダを選ぶ$/u }).click();
  }

  async stop(): Promise<void> {
    await this.page.getByRole('button', { name: '途中でやめる' }).click();
  }

  result(): Locator {
    return this.page.getByRole('region', { name: 'PDFの結果' });
  }

  results(): Locator {
    return this.page.getByRole('table', { name: 'PDFの結果の一覧' });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }
}
