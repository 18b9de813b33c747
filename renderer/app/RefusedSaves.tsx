import { useEffect, useRef, useState } from 'react';
import { type Problem, problemOf } from '../platform/problem';
import { type RefusedSave, useRefusedSaves, withdrawSave } from '../state/save-state';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';

type ShownSave = { id: string; place: string | null; problem: Problem; text: string };

/**
 * The way out of a text that no field takes any more: it is shown with its place and the
 * reason, and given up once it is copied. What was given up stays shown until this is closed.
 */
export function RefusedSaves() {
  const refused = useRefusedSaves();
  const [isOpen, setIsOpen] = useState(false);
  const [withdrawn, setWithdrawn] = useState<readonly ShownSave[]>([]);
  if (refused.length === 0 && !isOpen) return null;
  const close = () => {
    setIsOpen(false);
    setWithdrawn([]);
  };
  return (
    <>
      {refused.length > 0 && (
        <Button size="small" onPress={() => setIsOpen(true)}>
          保存できない入力
        </Button>
      )}
      <Dialog
        title="保存できない入力"
        isOpen={isOpen}
        onOpenChange={close}
        wide
        actions={<Button onPress={close}>閉じる</Button>}
      >
        <p>
          次の文字は、入力した欄に保存できません。「文字を写して取り下げる」を押すと、文字をコピーしてから取り下げます。ほかの欄や文書に貼り付けられます。
        </p>
        {refused.map((one) => (
          <RefusedItem
            key={one.key}
            save={one}
            onWithdrawn={(shown) => setWithdrawn((before) => [...before, shown])}
          />
        ))}
        {withdrawn.map((one) => (
          <WithdrawnItem key={one.id} save={one} />
        ))}
      </Dialog>
    </>
  );
}

type RefusedItemProps = { save: RefusedSave; onWithdrawn: (shown: ShownSave) => void };

function RefusedItem({ save, onWithdrawn }: RefusedItemProps) {
  const place = usePlace(save);
  const field = useRef<HTMLTextAreaElement>(null);
  const problem = problemOf(save.error);
  const shown = { id: save.key, place, problem, text: save.text };
  async function copyAndWithdraw() {
    if (field.current !== null) copyAll(field.current);
    // Shown first: between the two it stands in both places, and never in none.
    onWithdrawn(shown);
    await withdrawSave(save);
  }
  return (
    <section aria-label={place ?? '保存できない入力'} className="flex flex-col gap-2">
      <PlaceWords {...shown} />
      <TextToCopy text={save.text} textRef={field} />
      <Button className="self-start" onPress={() => void copyAndWithdraw()}>
        文字を写して取り下げる
      </Button>
    </section>
  );
}

function WithdrawnItem({ save }: { save: ShownSave }) {
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <section aria-label={`取り下げました：${save.place ?? ''}`} className="flex flex-col gap-2">
      <p role="status" className="font-bold">
        取り下げました。文字はコピーしてあり、この画面を閉じるまで見られます。
      </p>
      <PlaceWords {...save} />
      <TextToCopy text={save.text} textRef={field} />
      <Button
        size="small"
        className="self-start"
        onPress={() => {
          if (field.current !== null) copyAll(field.current);
        }}
      >
        もう一度コピーする
      </Button>
    </section>
  );
}

function PlaceWords({ place, problem: { title, code } }: ShownSave) {
  return (
    <p>
      <span className="block font-bold">{place}</span>
      <span className="block text-sm text-solid-gray-700">
        理由：{title}（番号 {code}）
      </span>
    </p>
  );
}

type TextToCopyProps = { text: string; textRef: React.RefObject<HTMLTextAreaElement | null> };

function TextToCopy({ text, textRef }: TextToCopyProps) {
  return (
    <textarea
      ref={textRef}
      readOnly
      aria-label="入力した文字"
      className="focus-ring grows max-h-56 w-full rounded-8 border border-solid-gray-600 bg-solid-gray-50 p-3 text-sm"
      value={text}
    />
  );
}

/** The clipboard of a press needs no permission this way; the window grants none. */
function copyAll(field: HTMLTextAreaElement): void {
  field.focus();
  field.select();
  document.execCommand('copy');
}

function usePlace({ place }: RefusedSave): string | null {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void place().then((found) => {
      if (!gone) setWords(found);
    });
    return () => {
      gone = true;
    };
  }, [place]);
  return words;
}
