import type { AppDriver } from '../support/app-driver';
import { SheetListPage } from './pages/sheet-list-page';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';

/** Opens a person's sheet of the present period as somebody of the 見本 office. */
export async function openSheetOf(app: AppDriver, person: string, as: string): Promise<SheetPage> {
  const shell = new ShellPage(app.page);
  await shell.actAs(as);
  await shell.goTo('人事評価');
  await new SheetListPage(app.page).open(person);
  return new SheetPage(app.page);
}
