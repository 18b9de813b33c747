import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { KeyCap } from '../../ui/KeyCap';
import { keyCaps, sheetShortcuts } from './sheet-shortcuts';

type ShortcutDialogProps = {
  ratings: readonly string[];
  isOpen: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The keys of the sheet, from the same table that the keys themselves are read by. */
export function ShortcutDialog({ ratings, isOpen, onOpenChange }: ShortcutDialogProps) {
  return (
    <Dialog
      title="キー操作"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      actions={
        <Button look="primary" onPress={() => onOpenChange(false)}>
          閉じる
        </Button>
      }
    >
      <p>文字の欄の中でも使えます。変換の途中では、キーは日本語入力のものになります。</p>
      <dl className="divide-y divide-solid-gray-200">
        {sheetShortcuts.map(({ action, keys, words }) => (
          <Row key={action} words={words} ways={keys.map(keyCaps)} />
        ))}
        <Row words="評語を選ぶ（評語の欄で）" ways={ratings.map((rating) => [rating])} />
        <Row words="評語を消す（評語の欄で）" ways={[['Backspace'], ['Delete']]} />
        <Row words="評語から文章の欄へ" ways={[['Enter']]} />
        <Row words="年月日の欄を開く（いつまでにの欄で）" ways={[['Alt', '↓']]} />
        <Row words="職務行動記録を書く（どの画面からでも）" ways={[['Ctrl', 'Shift', 'M']]} />
        <Row words="次の欄へ・前の欄へ" ways={[['Tab'], ['Shift', 'Tab']]} />
      </dl>
    </Dialog>
  );
}

function Row({ words, ways }: { words: string; ways: readonly string[][] }) {
  return (
    <div className="flex items-baseline justify-between gap-4 py-2">
      <dt>{words}</dt>
      <dd className="flex shrink-0 items-baseline gap-2">
        {ways.map((caps) => (
          <span key={caps.join(' ')} className="flex items-baseline gap-1">
            {caps.map((cap) => (
              <KeyCap key={cap}>{cap}</KeyCap>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
