import type { Locator, Page } from 'playwright-core';
import { ShellPage } from './shell-page';

/** 評価者の異動・意見 under a sheet. */
export class EvaluatorChangesPanel {
  constructor(private readonly page: Page) {}

  panel(): Locator {
    return this.page.getByRole('region', { name: '評価者の異動・意見' });
  }

  async open(title: string): Promise<void> {
    const trigger = this.panel().getByRole('button', { name: title, exact: true }).first();
    if ((await trigger.getAttribute('aria-expanded')) !== 'true') await trigger.click();
  }

  async writeHandover(text: string): Promise<void> {
    await this.open('後任の一次評価者への引継ぎ');
    await this.panel().getByLabel('引継ぎの内容').fill(text);
    await new ShellPage(this.page).untilSaved();
  }

  async changeFirst(evaluator: string, from: string, why: string): Promise<void> {
    await this.open('評価者を替える');
    await this.choose('新しい評価者', evaluator);
    await this.panel().getByLabel('いつから').fill(from);
    await this.panel().getByLabel('理由など').fill(why);
    await this.panel().locator('form').getByRole('button', { name: '評価者を替える' }).click();
    await this.page.getByText('評価者の異動を記録しました').waitFor();
  }

  async askForOpinion(evaluator: string): Promise<void> {
    await this.open('併任先などの評価者に意見を求める');
    await this.choose('意見を求める評価者', evaluator);
    await this.panel().getByRole('button', { name: '意見を求める', exact: true }).click();
    await this.page.getByText('意見を求めました').waitFor();
  }

  async enterHostOpinion(organisation: string, text: string): Promise<void> {
    await this.open('派遣先の意見を入力する');
    await this.panel().getByLabel('派遣先の名称').fill(organisation);
    await this.panel().getByLabel('派遣先の意見', { exact: true }).fill(text);
    await this.panel().getByRole('button', { name: '派遣先の意見を保存する' }).click();
    await this.page.getByText('派遣先の意見を保存しました').waitFor();
  }

  private async choose(label: string, name: string): Promise<void> {
    const box = this.panel().getByRole('combobox', { name: label });
    await box.click();
    await box.fill(name);
    await this.page.getByRole('option', { name: new RegExp(`^${name}`, 'u') }).click();
  }
}
