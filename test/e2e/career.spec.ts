import { sampleHrClerk, shippedSampleOffice } from '../support/sample-office';
import { brokenRules } from './axe';
import { expect, test } from './fixtures';
import { sampleStaff } from './main-job';
import { CareerPages } from './pages/career-pages';
import { ShellPage } from './pages/shell-page';

const wish = '条例づくりに一から関わりたい';
const sealed = '税の仕事を、誰にも知られずに希望したい';
const sealedReason = '父の通院に付き添う日がある';
const advice = '来月の法務研修に、一緒に申し込みましょう';

test('職員は前の年度のプランから始めて書き、共有すると、上司が読んで助言を書き、本人がそれを読める', async ({
  sample: app,
}) => {
  const { page } = app;
  const career = new CareerPages(page);
  const shell = new ShellPage(page);
  await shell.actAs(sampleStaff.first);
  await career.open();
  await expect(page.getByText(/年度のプランから始めます/u)).toBeVisible();
  await page.getByRole('button', { name: /のプランを書き始める$/u }).click();
  await expect(career.field('強み')).toHaveValue('係の仕事を分け、期限までに終わらせる段取り。');
  await career.button('本人の長所（一次）をプランに写す').click();
  await expect(career.field('強み')).not.toHaveValue(
    '係の仕事を分け、期限までに終わらせる段取り。',
  );
  await career.button('元に戻す').click();
  await expect(career.field('強み')).toHaveValue('係の仕事を分け、期限までに終わらせる段取り。');
  await career.field('やりたいこと').fill(wish);
  await page.keyboard.press('Control+z');
  await expect(career.field('やりたいこと')).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(career.field('やりたいこと')).toHaveValue(wish);
  await career.field('接遇（今の職位）').selectOption('5');
  await career.button('取り組むことを加える').click();
  const steps = career.section('取り組むこと');
  await steps.getByLabel('内容').last().fill('法務研修を受ける');
  await steps.getByLabel('いつまでに').last().fill('R8.12.1');
  await career.untilSaved();
  await expect(steps).toContainText('令和8年12月1日');
  await page.locator('.recharts-surface').first().scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/screens/career-plan-abilities.png' });
  expect(await brokenRules(page)).toEqual([]);

  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('部下のキャリア');
  const row = page.getByRole('row').filter({ hasText: sampleStaff.first });
  await row.getByRole('link', { name: sampleStaff.first, exact: true }).click();
  await expect(page.getByText('共有されていません')).toBeVisible();
  expect(await page.content()).not.toContain(wish);

  await shell.actAs(sampleStaff.first);
  await career.open();
  await career.button('上司と職員課に共有する').click();
  await career.untilSaved();
  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('部下のキャリア');
  await row.getByRole('link', { name: sampleStaff.first, exact: true }).click();
  await expect(page.getByText(wish)).toBeVisible();
  await career.field('あなたの助言').fill(advice);
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/career-plan-advice.png' });

  await shell.actAs(sampleStaff.first);
  await career.open();
  await expect(career.section('上司からの助言')).toContainText(advice);
});

test('職員課だけに封をした申告は、上司のどの画面にも、あることさえ出ない。職員課は読み、期限の過ぎた申告を記録を残して破棄する', async ({
  sample: app,
}) => {
  const { page } = app;
  const career = new CareerPages(page);
  const shell = new ShellPage(page);
  const person = '大久保 健';
  await shell.actAs(sampleStaff.first);
  await career.open();
  await career.show('所属長意見');
  await career.section(/^髙橋 翔/u).waitFor();
  const seen = (await page.getByRole('main').textContent()) ?? '';

  await shell.actAs(person);
  await career.open();
  await career.show('配属希望申告');
  await career.button('申告を書き始める').click();
  await career.button('希望する配属先を加える').click();
  await career.field('分野').selectOption({ label: '税・収納' });
  await career.field('理由').fill(sealed);
  await page.getByRole('checkbox', { name: '介護' }).check();
  await career.field('配慮してほしいこと').fill(sealedReason);
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/placement-request.png' });
  await career.button('職員課に提出する').click();
  await expect(page.getByText('提出済み')).toBeVisible();

  await shell.actAs(sampleStaff.first);
  for (const tab of ['部下のキャリア', '所属長意見']) {
    await career.open();
    await career.show(tab);
    await page
      .getByText(/評価者である職員です|髙橋 翔/u)
      .first()
      .waitFor();
    expect(await page.content()).not.toContain(sealed);
  }
  await career.section(/^髙橋 翔/u).waitFor();
  await expect(page.getByRole('main')).toHaveText(seen);
  await page.getByLabel('所属長意見（髙橋 翔）').fill('企画の仕事で力を伸ばせる');
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/placement-opinion.png' });

  await shell.actAs(sampleHrClerk(shippedSampleOffice()).name);
  await shell.goTo('職員課');
  await page
    .getByRole('navigation', { name: '職員課のページ' })
    .getByRole('link', { name: '配属希望申告' })
    .click();
  const request = career.section(new RegExp(`^${person}`, 'u'));
  await expect(request).toContainText(sealed);
  await expect(request).toContainText(sealedReason);
  await expect(career.section(/^髙橋 翔/u)).toContainText('企画の仕事で力を伸ばせる');
  await request.getByRole('button', { name: '面談の記録を書く' }).click();
  await request.getByLabel(`面談の記録（${person}）`).fill('本人の希望を確かめた');
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/hr-placements.png' });
  const due = page.getByRole('table', { name: '保存期限が過ぎた申告' });
  await expect(due.getByRole('row')).toHaveCount(3);
  await career.button('2件を破棄する').click();
  await page.getByRole('alertdialog').getByRole('button', { name: '破棄する' }).click();
  await expect(page.getByText('破棄する申告はありません。')).toBeVisible();
  const destroyed = page.getByRole('table', { name: '破棄の記録' });
  await expect(destroyed.getByRole('row')).toHaveCount(3);
  await destroyed.scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/screens/hr-destruction.png' });
});

test('職員は昭和や元年の日付で職歴を書き足し、職員課が重なりを直してから確かめ、ローテーションの一覧に出る', async ({
  sample: app,
}) => {
  const { page } = app;
  const career = new CareerPages(page);
  const shell = new ShellPage(page);
  const person = sampleStaff.employee;
  await shell.actAs(person);
  await career.open();
  await career.show('職歴');
  const form = career.section('職歴を加える');
  await career.button('職歴を加える').click();
  await form.getByLabel('所属の名前（当時）').fill('前の市の役所');
  await form.getByLabel('始まりの日').fill('S63.4.1');
  await form.getByLabel('終わりの日').fill('平成元年3月31日');
  await expect(form).toContainText('昭和63年4月1日');
  await form.getByLabel('終わりの日').fill('S62.3.31');
  await career.button('職員課に確認してもらう').click();
  await expect(page.getByRole('alert')).toContainText('始まりの日（昭和63年4月1日）より前です');
  expect(await brokenRules(page)).toEqual([]);
  await form.getByLabel('終わりの日').fill('平成元年3月31日');
  await career.button('職員課に確認してもらう').click();
  await expect(page.getByText('職員課の確認待ち')).toBeVisible();
  await page.screenshot({ path: 'out/screens/career-posts.png' });

  await shell.actAs(sampleHrClerk(shippedSampleOffice()).name);
  await shell.goTo('職員課');
  await page
    .getByRole('navigation', { name: '職員課のページ' })
    .getByRole('link', { name: 'ローテーション' })
    .click();
  await page.getByRole('table', { name: 'ジョブ・ローテーション' }).waitFor();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/hr-rotation.png' });
  await page.getByRole('status').getByRole('link', { name: person }).click();
  await career.button('前の市の役所を確認した').click();
  await expect(page.getByText('職員課の確認待ち')).toBeHidden();
  await career.button('前の市の役所を取り除く').click();
  await career.button('元に戻す').click();
  await expect(page.getByRole('row').filter({ hasText: '前の市の役所' })).toBeVisible();
});

test('所属の長が求める人材を書いて出すと、職員課は、合う職員を理由とともに職員番号の順で見る', async ({
  sample: app,
}) => {
  const { page } = app;
  const career = new CareerPages(page);
  const shell = new ShellPage(page);
  await shell.actAs(sampleStaff.second);
  await career.open();
  await career.show('人材配置の要求');
  await page.getByLabel('所属').selectOption({ label: '市民部 市民課 証明係' });
  await career.button('この所属の要求を書き始める').click();
  const own = career.section(/^市民部 市民課 証明係/u);
  await own.getByLabel('担当してほしい仕事').fill('証明書のコンビニ交付を広げる');
  await own.getByRole('checkbox', { name: '企画・広報' }).check();
  await career.untilSaved();
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/staffing-need.png' });
  await own.getByRole('button', { name: '職員課に提出する' }).click();
  await expect(own).toContainText('提出済み');

  await shell.actAs(sampleHrClerk(shippedSampleOffice()).name);
  await shell.goTo('職員課');
  await page
    .getByRole('navigation', { name: '職員課のページ' })
    .getByRole('link', { name: '配置要求' })
    .click();
  const list = page.getByRole('table', { name: '市民部 市民課 証明係の要求に合う職員' });
  await expect(list.getByRole('row').filter({ hasText: '髙橋 翔' })).toContainText(
    '第1希望の分野が「企画・広報」',
  );
  const numbers = await list.locator('tbody tr td:first-child').allTextContents();
  expect(numbers).toEqual(numbers.toSorted());
  expect(await brokenRules(page)).toEqual([]);
  await page.screenshot({ path: 'out/screens/hr-needs.png' });
});
