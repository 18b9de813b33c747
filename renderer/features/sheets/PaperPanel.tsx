import {
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { IkuseiError } from '../../../shared/domain/errors';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import type { MissingPlace } from '../../../shared/print/missing-character';
import { paperStyles } from '../../../shared/print/paper-style';
import type { SheetView } from '../../data/queries';
import { type Problem, problemOf } from '../../platform/problem';
import { setPaperStyle, usePaperStyle } from '../../state/view-preferences';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import { pressedKey } from '../../ui/composition';
import { Disclosure } from '../../ui/Disclosure';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Icon } from '../../ui/Icon';
import type { Drawings } from '../../ui/pdf/drawings';
import { PdfViewer } from '../../ui/pdf/PdfViewer';
import { Spinner } from '../../ui/Spinner';
import { inputLook } from '../../ui/TextField';
import { MissingList } from './MissingCharacters';
import { type ShownPaper, usePaperFile } from './use-paper-file';
import type { PaperOutput } from './use-paper-output';

type PaperPanelProps = {
  view: SheetView;
  output: PaperOutput;
  /** Beside the sheet, or in its place. */
  beside: boolean;
  /** Whether the window has room for both. */
  roomForBoth: boolean;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Beside instead of alone, and the other way round. */
  onArrange: () => void;
  onClose: () => void;
};

/** The sheet as it comes out on paper, and what can be done with it. */
export function PaperPanel({
  view,
  output,
  beside,
  roomForBoth,
  searchRef,
  onArrange,
  onClose,
}: PaperPanelProps) {
  const style = usePaperStyle();
  const { shown, problem, drawings } = usePaperFile(view, style);
  const heading = useHeadingFocus(beside);
  const Heading = beside ? 'h2' : 'h1';

  function handleKey(event: KeyboardEvent) {
    if (pressedKey(event.nativeEvent) !== 'Escape') return;
    event.preventDefault();
    onClose();
  }

  return (
    <aside
      aria-label="紙"
      className={classNames(
        'flex flex-col overflow-hidden rounded-12 border border-solid-gray-300 bg-white',
        beside ? 'h-[calc(100dvh-7rem)]' : 'h-[calc(100dvh-6.25rem)] max-md:h-auto',
      )}
      onKeyDown={handleKey}
    >
      <header className="flex flex-wrap items-center gap-2 border-b border-solid-gray-200 px-3 py-2">
        <Heading
          ref={heading}
          tabIndex={-1}
          className="focus-ring rounded-4 text-base font-bold outline-none"
        >
          {beside ? '紙' : `${view.sheet.staff.name} さんの紙`}
        </Heading>
        <StyleChoice />
        <div className="ml-auto flex flex-wrap items-center gap-1.5">
          <Button
            size="small"
            className="px-2.5!"
            isDisabled={output.busy !== null}
            onPress={() => output.save(style)}
          >
            PDFに保存
          </Button>
          <Button
            look="primary"
            size="small"
            className="px-2.5!"
            isDisabled={output.busy !== null}
            onPress={() => output.print(style)}
          >
            印刷する
          </Button>
          {roomForBoth && (
            <Button size="small" className="px-2.5!" onPress={onArrange}>
              {beside ? '広げる' : 'シートと並べる'}
            </Button>
          )}
          <Button
            look="quiet"
            size="small"
            className="min-w-9 px-0! no-underline"
            aria-label="紙を閉じる"
            onPress={onClose}
          >
            <Icon name="close" />
          </Button>
        </div>
      </header>
      <div className="flex max-h-[50%] shrink-0 flex-col gap-2 overflow-auto px-3 not-empty:py-2">
        {output.busy !== null && <Progress words={output.busy} cancel={output.cancel} />}
        {output.notice}
        {problem !== null && <ErrorNotice problem={problem} />}
        {shown !== null && shown.missing.length > 0 && (
          <MissingStrip paper={shown} missing={shown.missing} />
        )}
      </div>
      {shown === null ? (
        problem === null && <Spinner label="紙を作っています" />
      ) : (
        <Pages paper={shown} searchRef={searchRef} drawings={drawings} />
      )}
    </aside>
  );
}

type PagesProps = {
  paper: ShownPaper;
  searchRef: RefObject<HTMLInputElement | null>;
  drawings: Drawings;
};

function Pages({ paper, searchRef, drawings }: PagesProps) {
  const [broken, setBroken] = useState<{ paper: ShownPaper; problem: Problem } | null>(null);
  const handleBroken = useCallback(
    () => setBroken({ paper, problem: problemOf(new IkuseiError('paperNotShown')) }),
    [paper],
  );
  // The next paper may well be sound.
  if (broken !== null && broken.paper === paper) {
    return <ErrorNotice problem={broken.problem} className="m-3" />;
  }
  return (
    <PdfViewer
      label="紙のページ"
      file={paper.file}
      fold={foldForSearch}
      searchRef={searchRef}
      drawings={drawings}
      onBroken={handleBroken}
    />
  );
}

function StyleChoice() {
  const style = usePaperStyle();
  const hint = paperStyles.find(({ id }) => id === style)?.hint;
  return (
    <label className="text-sm" title={hint}>
      <span className="sr-only">紙の形</span>
      <select
        className={`${inputLook} min-h-9 w-34! cursor-pointer text-ellipsis`}
        value={style}
        onChange={({ target }) => {
          const chosen = paperStyles.find(({ id }) => id === target.value);
          if (chosen !== undefined) setPaperStyle(chosen.id);
        }}
      >
        {paperStyles.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Progress({ words, cancel }: { words: string; cancel: (() => void) | null }) {
  return (
    <div role="status" className="flex items-center justify-between gap-3 text-sm">
      <p>{words}</p>
      {cancel !== null && (
        <Button size="small" onPress={cancel}>
          中止
        </Button>
      )}
    </div>
  );
}

type MissingStripProps = { paper: ShownPaper; missing: readonly MissingPlace[] };

/** Said before she prints, so that the question then is no surprise. */
function MissingStrip({ paper, missing }: MissingStripProps) {
  const count = new Set(missing.map(({ codePoint }) => codePoint)).size;
  return (
    <Disclosure title={`印刷用の書体にない文字が ${count} 種類あります`}>
      <MissingList model={paper.model} missing={missing} />
    </Disclosure>
  );
}

/**
 * The keyboard goes to the paper when it has nowhere else to be. Beside the sheet, whoever
 * is writing goes on writing.
 */
function useHeadingFocus(beside: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const nowhere = document.activeElement === null || document.activeElement === document.body;
    if (!beside || nowhere) heading.current?.focus({ preventScroll: true });
  }, [beside]);
  return heading;
}
