import type { Dialog, MessageBoxOptions, OpenDialogOptions, SaveDialogOptions } from 'electron';
import { currentContext } from './browser-window';
import { honest } from './honest';

type Question = { title: string; path: string | null; buttons: string[] };
type Answer = { button: number; path: string };

/** Asks in a small page of its own, because Chromium has no native dialogs to lend. */
async function ask(question: Question): Promise<Answer> {
  const context = currentContext();
  if (context === null) throw new Error('no window to ask in');
  const page = await context.newPage();
  const answered = page.evaluate(
    (asked) =>
      new Promise<Answer>((resolve) => {
        document.title = asked.title;
        const form = document.body.appendChild(document.createElement('form'));
        form.appendChild(document.createElement('h1')).textContent = asked.title;
        const input = document.createElement('input');
        if (asked.path !== null) {
          input.value = asked.path;
          input.size = 100;
          input.setAttribute('aria-label', '保存先');
          form.appendChild(input).focus();
        }
        for (const [index, label] of asked.buttons.entries()) {
          const button = form.appendChild(document.createElement('button'));
          button.textContent = label;
          button.value = String(index);
        }
        form.addEventListener('submit', (event) => {
          event.preventDefault();
          const pressed = event.submitter?.getAttribute('value') ?? '0';
          resolve({ button: Number(pressed), path: input.value });
        });
      }),
    question,
  );
  const cancelled: Answer = { button: question.buttons.length - 1, path: '' };
  const answer = await answered.catch(() => cancelled);
  await page.close();
  return answer;
}

export const dialog = honest<Dialog>()('dialog', {
  async showSaveDialog(_window: unknown, options: SaveDialogOptions) {
    const answer = await ask({
      title: options.title ?? '名前を付けて保存',
      path: options.defaultPath ?? '',
      buttons: ['保存', 'キャンセル'],
    });
    return { canceled: answer.button !== 0, filePath: answer.path };
  },
  async showOpenDialog(_window: unknown, options: OpenDialogOptions) {
    const answer = await ask({
      title: options.title ?? 'フォルダを選ぶ',
      path: options.defaultPath ?? '',
      buttons: [options.buttonLabel ?? '選ぶ', 'キャンセル'],
    });
    return { canceled: answer.button !== 0, filePaths: [answer.path] };
  },
  async showMessageBox(_window: unknown, options: MessageBoxOptions) {
    const answer = await ask({
      title: [options.message, options.detail].filter(Boolean).join('\n'),
      path: null,
      buttons: options.buttons ?? ['OK'],
    });
    return { response: answer.button, checkboxChecked: false };
  },
  showErrorBox(title: string, content: string) {
    process.stderr.write(`${title}\n${content}\n`);
  },
});
