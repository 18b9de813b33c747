import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

type FilePayload = { name: string; mimeType: string; buffer: Buffer };

/** The pages of 研修, of a person, her head and 職員課. */
export class TrainingPages {
  private readonly shell: ShellPage;
  constructor(private readonly page: Page) {
    this.shell = new ShellPage(page);
  }

  async goTo(
    name: '募集と申込み' | '研修の記録' | 'OJT計画' | '継承' | '人材育成記録' | '職員の研修',
  ): Promise<void> {
    await this.shell.goTo('研修');
    const pages = this.page.getByRole('navigation', { name: '研修のページ' });
    await pages.waitFor();
    if (name !== '募集と申込み') await pages.getByRole('link', { name }).click();
  }

  async goToHr(name: '計画と募集' | '申込みの決定' | '受講の集計'): Promise<void> {
    await this.shell.goTo('職員課');
    await this.page
      .getByRole('navigation', { name: '職員課のページ' })
      .getByRole('link', { name: '研修', exact: true })
      .click();
    const pages = this.page.getByRole('navigation', { name: '研修の計画のページ' });
    await pages.waitFor();
    if (name !== '計画と募集') await pages.getByRole('link', { name }).click();
  }

  card(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Presses a move of applications that is asked about first, and says yes. */
  async move(button: string): Promise<void> {
    await this.button(button).click();
    const question = this.page.getByRole('dialog');
    await question
      .getByRole('button', { name: button.replace('選んだ人を', ''), exact: true })
      .click();
    await question.waitFor({ state: 'detached' });
  }

  box(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async choosePlan(file: FilePayload): Promise<void> {
    await this.chooseFile('研修計画のファイルを選ぶ', file);
  }

  async chooseFile(button: string | RegExp, file: FilePayload | string): Promise<void> {
    const asked = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: button }).click();
    await (await asked).setFiles(file);
  }

  /** A row of the plan, by the name of its course. */
  call(title: string): Locator {
    return this.card('計画と募集の一覧').getByRole('row').filter({ hasText: title });
  }

  async openApplication(link: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).first().click();
  }
}
