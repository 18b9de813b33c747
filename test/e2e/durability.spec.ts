import { readFileSync } from 'node:fs';
import { profilePaths } from '../../electron/main/profile/profile-paths';
import type { AppDriver } from '../support/app-driver';
import { InputMethod } from '../support/input-method';
import {
  confirmRecoveryKey,
  foundRealStore,
  makeOwnSheet,
  openOwnSheet,
  owner,
  readTexts,
  seededRandom,
  untilOpen,
  writableParts,
} from '../support/real-store';
import { refuseWrites } from '../support/refuse-writes';
import { expect, test } from './fixtures';
import { DateBoxes } from './pages/date-boxes';
import { SheetPage } from './pages/sheet-page';
import { ShellPage } from './pages/shell-page';
import { StopPage } from './pages/stop-page';
import { WelcomePage } from './pages/welcome-page';

const kills = Number(process.env['IKUSEI_KILLS'] ?? 6);
const foundingKills = Math.max(3, Math.round(kills / 5));
const seed = Number(process.env['IKUSEI_SEED'] ?? Date.now() % 1_000_000);
/** A person keeps typing for up to this long before the power goes, in milliseconds. */
const LONGEST_TYPING = 1200;
/** The longest wait between two conversions of hers, in milliseconds. */
const LONGEST_THOUGHT = 150;
/** Founding takes about this long from its click, in milliseconds. */
const FOUNDING_TIME = 150;

test(`@soak 打ち続ける間に${kills}回殺しても、保存済みの文字は1字も失われない`, async ({
  launch,
}) => {
  test.setTimeout(60_000 + kills * 20_000);
  const random = seededRandom(seed);
  process.stdout.write(`[kills] seed ${seed} (IKUSEI_SEED repeats it)\n`);
  const first = await launch();
  await foundRealStore(first);
  const parts = await writableParts(await makeOwnSheet(first));
  const expected = Object.fromEntries(parts.map((part) => [part, '']));
  let app = first;
  let acknowledgements = 0;
  let characters = 0;
  for (let kill = 1; kill <= kills; kill += 1) {
    const sheet = await openOwnSheet(app);
    const part = parts[Math.floor(random() * parts.length)] ?? '';
    const before = expected[part] ?? '';
    const typing = await typeOn(app, sheet, part, random);
    await wait(random() * LONGEST_TYPING);
    await app.kill();
    const { acknowledged, typed } = await typing.ended;
    acknowledgements += acknowledged.length;

    app = await launch();
    const texts = await readTexts(await openOwnSheet(app));
    const stored = texts[part] ?? '';
    const last = acknowledged.at(-1) ?? before;
    const where = `kill ${kill}, seed ${seed}, ${part}`;
    // What was typed after the last acknowledgement may be there or not, but only that.
    expect(stored.startsWith(last), `${where}: an acknowledged character is gone`).toBe(true);
    expect((before + typed).startsWith(stored), `${where}: something else is there`).toBe(true);
    characters += last.length - before.length;
    expected[part] = stored;
    expect(texts, `${where}: another text box changed`).toEqual(expected);
  }
  await app.quit();
  expect(acknowledgements).toBeGreaterThan(kills);
  process.stdout.write(
    `[kills] ${kills} kills, ${acknowledgements} acknowledgements, ` +
      `${characters} acknowledged characters, 0 lost, ${kills} clean starts\n`,
  );
});

type Typing = { ended: Promise<{ acknowledged: string[]; typed: string }> };

/**
 * Types into a part until the application is gone. Acknowledged is the whole text of the
 * box at each moment when the page said 保存済み (`data-save-phase` became `saved`), as
 * soon as this process has heard of it. Resolves once the first one has been heard.
 */
async function typeOn(
  app: AppDriver,
  sheet: SheetPage,
  part: string,
  random: () => number,
): Promise<Typing> {
  const acknowledged: string[] = [];
  let heard: () => void = () => {};
  const firstHeard = new Promise<void>((done) => {
    heard = done;
  });
  await app.page.exposeFunction('testAcknowledged', (text: string) => {
    acknowledged.push(text);
    heard();
  });
  await sheet.textBox(part).evaluate((box) => {
    if (!(box instanceof HTMLTextAreaElement)) throw new Error('no text box');
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    const tell = Reflect.get(window, 'testAcknowledged');
    // What is under conversion has not been given to the page, so nobody promised to keep it.
    let converting = 0;
    box.addEventListener('compositionupdate', ({ data }) => {
      converting = data.length;
    });
    box.addEventListener('compositionend', () => {
      converting = 0;
    });
    new MutationObserver(() => {
      if (document.querySelector('[data-save-phase="saved"]') === null) return;
      tell(box.value.slice(0, box.value.length - converting));
    }).observe(document.body, { attributeFilter: ['data-save-phase'], subtree: true });
  });
  const ime = await InputMethod.of(app.page);
  let typed = '';
  const ended = (async () => {
    try {
      for (let count = 1; ; count += 1) {
        // What an input method commits at once: a few characters.
        const next = `${count}回目の文。`.slice(0, 1 + Math.floor(random() * 6));
        typed += next;
        const converted = random() < 0.5 ? next.length : 0;
        for (let end = 1; end <= converted; end += 1) await ime.show(next.slice(0, end));
        await ime.settle(next);
        await wait(random() * LONGEST_THOUGHT);
      }
    } catch {
      // The application is gone.
      return { acknowledged, typed };
    }
  })();
  await Promise.race([firstHeard, ended]);
  return { ended };
}

test(`@soak 元に戻す・やり直すの間に${foundingKills}回殺しても、文字と履歴が合っている`, async ({
  launch,
}) => {
  test.setTimeout(60_000 + foundingKills * 30_000);
  const random = seededRandom(seed + 2);
  let app = await launch();
  await foundRealStore(app);
  let sheet = await makeOwnSheet(app);
  const [part = ''] = await writableParts(sheet);
  // Each long enough to be a step of its own, as a paste is.
  const states = [''];
  for (const letter of 'あいう') {
    states.push(`${states.at(-1)}${letter.repeat(60)}`);
    await sheet.write(part, states.at(-1) ?? '');
    await sheet.untilSaved();
  }
  const found: number[] = [];
  for (let kill = 1; kill <= foundingKills; kill += 1) {
    const turning = turnOn(sheet, part, random);
    await wait(random() * LONGEST_TYPING);
    await app.kill();
    await turning;

    app = await launch();
    sheet = await openOwnSheet(app);
    const where = `kill ${kill}, seed ${seed + 2}`;
    const at = states.indexOf(await sheet.textBox(part).inputValue());
    expect(at, `${where}: a text that was never there`).toBeGreaterThanOrEqual(0);
    found.push(at);
    // From wherever it stopped, the whole way back and forth again.
    for (const state of states.slice(0, at).reverse()) {
      await sheet.undo();
      await expect(sheet.textBox(part), `${where}: undo`).toHaveValue(state);
    }
    for (const state of states.slice(1)) {
      await sheet.redo();
      await expect(sheet.textBox(part), `${where}: redo`).toHaveValue(state);
    }
  }
  await app.quit();
  process.stdout.write(`[undo kills] seed ${seed + 2}: found at step ${found.join(', ')}\n`);
});

/** Undoes and does again until the application is gone. */
async function turnOn(sheet: SheetPage, part: string, random: () => number): Promise<void> {
  try {
    await sheet.textBox(part).focus();
    for (;;) {
      await (random() < 0.6 ? sheet.undo() : sheet.redo());
      await wait(random() * LONGEST_THOUGHT);
    }
  } catch {
    // The application is gone.
  }
}

test('@soak 見張りファイルが遅れている間に殺しても、保存済みの文字があり、正しく開く', async ({
  launch,
  userData,
}) => {
  const sentinel = profilePaths(userData).sentinel;
  let app = await launch();
  await foundRealStore(app);
  let sheet = await makeOwnSheet(app);
  const part = (await writableParts(sheet))[0] ?? '';
  for (let kill = 1; kill <= 3; kill += 1) {
    const before = readFileSync(sentinel, 'utf8');
    const text = `殺す前の${kill}回目の文字`;
    await sheet.write(part, text);
    await sheet.untilSaved();
    await app.kill();
    const lagged = readFileSync(sentinel, 'utf8') === before;
    process.stdout.write(`[sentinel window] kill ${kill}: ${lagged ? 'lagged' : 'caught up'}\n`);

    app = await launch();
    sheet = await openOwnSheet(app);
    expect((await readTexts(sheet))[part]).toBe(text);
    // The next kill needs a sentinel that has caught up, to see that it is too late again.
    await expect.poll(() => readFileSync(sentinel, 'utf8')).not.toBe(before);
  }
  await app.quit();
});

test(`@soak はじめの登録の途中で${foundingKills}回殺しても、何もないか、全部ある`, async ({
  launch,
  workFolder,
}) => {
  test.setTimeout(60_000 + foundingKills * 20_000);
  const random = seededRandom(seed + 1);
  const outcomes: string[] = [];
  for (let kill = 1; kill <= foundingKills; kill += 1) {
    const userData = `${workFolder}/founding-${kill}`;
    const first = await launch({ userData });
    const submitted = untilSubmitted(first);
    const founding = new WelcomePage(first.page).startReal({ ...owner }).catch(() => undefined);
    await submitted;
    await wait(random() * FOUNDING_TIME);
    await first.kill();
    await founding;

    const second = await launch({ userData });
    expect(await new StopPage(second.page).isShown(), `founding kill ${kill}`).toBe(false);
    const founded = await keyScreen(second).isVisible();
    outcomes.push(founded ? '全部' : 'なし');
    if (founded) {
      await confirmRecoveryKey(second);
      await untilOpen(second);
    } else {
      await foundRealStore(second);
    }
    await makeOwnSheet(second);
    await second.quit();
  }
  process.stdout.write(`[founding kills] seed ${seed + 1}: ${outcomes.join('、')}\n`);
});

/** Resolves when the page submits a form. */
async function untilSubmitted(app: AppDriver): Promise<void> {
  await app.page.evaluate(
    () =>
      new Promise<void>((done) => {
        document.addEventListener('submit', () => done(), { capture: true, once: true });
      }),
  );
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function keyScreen(app: AppDriver) {
  return app.page.getByRole('heading', { level: 1, name: /回復キー/u });
}

test('打った直後に終了しても、何も失われない', async ({ launch }) => {
  const first = await launch();
  await foundRealStore(first);
  const sheet = await makeOwnSheet(first);
  const parts = await writableParts(sheet);
  const typed: Record<string, string> = {};
  for (const part of parts) {
    typed[part] = `${part}に、終える直前に打った文字`;
    await sheet.write(part, typed[part] ?? '');
  }
  await first.quit();

  const second = await launch();
  expect(await readTexts(await openOwnSheet(second))).toEqual(typed);
  await second.quit();
});

test('年月日の欄を開いたまま殺しても終了しても、打ったところまでが期限に残る', async ({
  launch,
}) => {
  const first = await launch();
  await foundRealStore(first);
  await makeOwnSheet(first);
  await first.page.getByRole('button', { name: '目標を加える' }).click();
  await typeHalfDay(first, '9');
  await new ShellPage(first.page).untilSaved();
  await first.kill();

  const second = await launch();
  await openOwnSheet(second);
  await expect(dateBoxes(second).line()).toHaveValue('令和9年');
  // At once, and with a conversion that nobody has taken yet.
  await typeHalfDay(second, '10');
  const ime = await InputMethod.of(second.page);
  await ime.show('１１');
  await second.quit();

  const third = await launch();
  await openOwnSheet(third);
  await expect(dateBoxes(third).line()).toHaveValue('令和10年１１月');
  // What she did not want is not in the store either.
  await typeHalfDay(third, '12');
  await third.page.keyboard.press('Escape');
  await new ShellPage(third.page).untilSaved();
  await third.page.reload();
  await openOwnSheet(third);
  await expect(dateBoxes(third).line()).toHaveValue('令和10年１１月');
  await third.quit();
});

function dateBoxes(app: AppDriver): DateBoxes {
  return new DateBoxes(app.page, new SheetPage(app.page).part('個人目標1'));
}

/** The year alone; the keyboard is then in the month. */
async function typeHalfDay(app: AppDriver, year: string): Promise<void> {
  const boxes = dateBoxes(app);
  await boxes.openByKey();
  await app.page.keyboard.type(year);
  await boxes.box('月').focus();
}

test('保存が終わらないまま閉じると尋ね、「戻る」で文字が残り、あとで保存される', async ({
  launch,
}) => {
  const { app, sheet, part } = await openWithText(launch, '保存できた文字');
  await answerUnsaved(app, 0);
  await holdDatabase(app);
  await sheet.write(part, 'まだ保存できていない文字');
  await closeWindow(app);
  await expect.poll(() => timesAsked(app)).toBe(1);
  await expect(sheet.textBox(part)).toHaveValue('まだ保存できていない文字');

  await app.page.evaluate(() => Reflect.set(window, 'testHold', false));
  await sheet.untilSaved();
  await closeAndWait(app);
  await expectText(launch, part, 'まだ保存できていない文字');
});

test('保存に失敗したまま閉じると尋ね、「戻る」で文字が残り、もう一度保存できる', async ({
  launch,
}) => {
  const { app, sheet, part } = await openWithText(launch, '保存できた文字');
  const { page } = app;
  await answerUnsaved(app, 0);
  await refuseWrites(page, true);
  await sheet.write(part, 'まだ保存できていない文字');
  await expect(page.getByText('番号 E108').first()).toBeVisible();
  await closeWindow(app);
  await expect.poll(() => timesAsked(app)).toBe(1);
  await expect(sheet.textBox(part)).toHaveValue('まだ保存できていない文字');

  await refuseWrites(page, false);
  await page.getByRole('button', { name: 'もう一度保存' }).click();
  await sheet.untilSaved();
  await refuseWrites(page, true);
  await sheet.write(part, '捨てると答えた文字');
  await answerUnsaved(app, 1);
  await closeAndWait(app);
  await expectText(launch, part, 'まだ保存できていない文字');
});

type Launch = () => Promise<AppDriver>;

async function openWithText(
  launch: Launch,
  text: string,
): Promise<{ app: AppDriver; sheet: SheetPage; part: string }> {
  const app = await launch();
  await foundRealStore(app);
  const sheet = await makeOwnSheet(app);
  const part = (await writableParts(sheet))[0] ?? '';
  await sheet.write(part, text);
  await sheet.untilSaved();
  return { app, sheet, part };
}

async function expectText(launch: Launch, part: string, text: string): Promise<void> {
  const app = await launch();
  expect((await readTexts(await openOwnSheet(app)))[part]).toBe(text);
  await app.quit();
}

async function closeAndWait(app: AppDriver): Promise<void> {
  const closed = app.page.waitForEvent('close');
  await closeWindow(app);
  await closed;
  // The browser is gone; this waits for main.
  await app.kill();
}

async function closeWindow(app: AppDriver): Promise<void> {
  await app.evaluateMain(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.close();
  }, null);
}

/** Answers main's question about unsaved text from now on: 0 is 「戻る」. */
async function answerUnsaved(app: AppDriver, response: number): Promise<void> {
  await app.evaluateMain(({ dialog }, button) => {
    dialog.showMessageBox = async () => {
      const asked: unknown = Reflect.get(globalThis, 'testAsked');
      Reflect.set(globalThis, 'testAsked', (typeof asked === 'number' ? asked : 0) + 1);
      return { response: button, checkboxChecked: false };
    };
  }, response);
}

async function timesAsked(app: AppDriver): Promise<number> {
  const asked = await app.evaluateMain(() => Reflect.get(globalThis, 'testAsked'), null);
  return typeof asked === 'number' ? asked : 0;
}

/** Holds a write transaction over every table until `testHold` is false. */
async function holdDatabase(app: AppDriver): Promise<void> {
  await app.page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        Reflect.set(window, 'testHold', true);
        const opening = indexedDB.open('ikusei-note');
        opening.onerror = () => fail(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const meta = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('meta');
          const again = () => {
            if (Reflect.get(window, 'testHold') !== true) {
              db.close();
              return;
            }
            meta.count().onsuccess = again;
          };
          meta.count().onsuccess = () => {
            done();
            again();
          };
        };
      }),
  );
}
