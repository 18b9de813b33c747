import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { Button } from '../Button';
import { pressedKey } from '../composition';
import { Icon } from '../Icon';
import { inputLook, TextField } from '../TextField';
import type { PdfSearch } from './use-pdf-search';
import { nextZoom, percentOf, type Zoom, zoomSteps } from './zoom';

type PdfToolbarProps = {
  pages: number;
  current: number;
  onGoTo: (number: number) => void;
  zoom: Zoom;
  scale: number;
  onZoom: (zoom: Zoom) => void;
  search: PdfSearch;
  searchRef: Ref<HTMLInputElement>;
};

const small = 'min-h-9 min-w-9 px-0!';

/** Where I am, how large, and what I look for. */
export function PdfToolbar(props: PdfToolbarProps) {
  return (
    <div
      role="toolbar"
      aria-label="紙の表示"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-solid-gray-200 bg-white px-3 py-2 text-sm"
    >
      <PageBox {...props} />
      <ZoomBox {...props} />
      <SearchBox {...props} />
    </div>
  );
}

function PageBox({ pages, current, onGoTo }: PdfToolbarProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();

  function take() {
    const wanted = Number.parseInt((typed ?? '').normalize('NFKC'), 10);
    setTyped(null);
    if (Number.isInteger(wanted)) onGoTo(Math.min(Math.max(wanted, 1), pages));
  }

  return (
    <div className="flex items-center gap-1">
      <Button
        size="small"
        className={small}
        aria-label="前のページ"
        isDisabled={current <= 1}
        onPress={() => onGoTo(current - 1)}
      >
        <Icon name="chevron" className="size-4 rotate-180" />
      </Button>
      <label htmlFor={id} className="sr-only">
        ページ
      </label>
      <input
        id={id}
        className={`${inputLook} min-h-9 w-12! text-center`}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(current)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (pressedKey(event.nativeEvent) === 'Enter') take();
        }}
      />
      <span className="whitespace-nowrap">／ {pages}ページ</span>
      <Button
        size="small"
        className={small}
        aria-label="次のページ"
        isDisabled={current >= pages}
        onPress={() => onGoTo(current + 1)}
      >
        <Icon name="chevron" className="size-4" />
      </Button>
    </div>
  );
}

function ZoomBox({ zoom, scale, onZoom }: PdfToolbarProps) {
  const id = useId();
  const percent = percentOf(scale);
  const steps: number[] = zoomSteps.filter((step) => step !== zoom);
  const percents = typeof zoom === 'number' ? [...steps, zoom].sort((a, b) => a - b) : steps;
  return (
    <div className="flex items-center gap-1">
      <Button
        size="small"
        className={small}
        aria-label="紙を小さく"
        onPress={() => onZoom(nextZoom(percent, 'out'))}
      >
        <span aria-hidden="true">－</span>
      </Button>
      <label htmlFor={id} className="sr-only">
        紙の大きさ
      </label>
      <select
        id={id}
        className={`${inputLook} min-h-9 w-auto! cursor-pointer`}
        value={String(zoom)}
        onChange={({ target: { value } }) =>
          onZoom(value === 'width' || value === 'page' ? value : Number(value))
        }
      >
        <option value="width">幅に合わせる</option>
        <option value="page">全体</option>
        {percents.map((step) => (
          <option key={step} value={String(step)}>
            {step}％
          </option>
        ))}
      </select>
      <Button
        size="small"
        className={small}
        aria-label="紙を大きく"
        onPress={() => onZoom(nextZoom(percent, 'in'))}
      >
        <span aria-hidden="true">＋</span>
      </Button>
    </div>
  );
}

function SearchBox({ search, searchRef }: PdfToolbarProps) {
  const [text, setText] = useState('');

  function handleKey(event: KeyboardEvent) {
    if (pressedKey(event.nativeEvent) !== 'Enter') return;
    event.preventDefault();
    search.step(event.shiftKey ? -1 : 1);
  }

  return (
    <search className="flex grow basis-64 items-center gap-1" onKeyDown={handleKey}>
      <TextField
        label="紙の中を探す"
        labelHidden
        placeholder="紙の中を探す（Ctrl+F）"
        value={text}
        onChange={setText}
        onSettled={search.type}
        inputRef={searchRef}
        className="min-w-32 max-w-72 grow"
        inputClassName="min-h-9!"
      />
      <Button
        size="small"
        className={small}
        aria-label="前の一致"
        isDisabled={(search.count ?? 0) === 0}
        onPress={() => search.step(-1)}
      >
        <Icon name="chevron" className="size-4 -rotate-90" />
      </Button>
      <Button
        size="small"
        className={small}
        aria-label="次の一致"
        isDisabled={(search.count ?? 0) === 0}
        onPress={() => search.step(1)}
      >
        <Icon name="chevron" className="size-4 rotate-90" />
      </Button>
      <p role="status" className="whitespace-nowrap text-solid-gray-700">
        {hitWords(search)}
      </p>
    </search>
  );
}

function hitWords({ count, current }: PdfSearch): string {
  if (count === null) return '';
  return count === 0 ? '見つかりません' : `${count}件中 ${current + 1}件目`;
}
