import { memo, useMemo } from 'react';
import type { Form } from '../../../shared/domain/form/form';
import type {
  PartScore,
  ScoreBreakdown as Score,
  SectionScore,
} from '../../../shared/domain/scoring/score-sheet';
import {
  effectWords,
  leftOutPartWords,
  leftOutSectionWords,
  noSuggestionWords,
  weightFaultWords,
} from '../../../shared/domain/scoring/score-words';
import { breakdownOf } from '../../../shared/domain/scoring/sheet-breakdown';
import { entryLookup, sheetParts } from '../../../shared/domain/sheet/part';
import { authorLabels } from '../../../shared/domain/sheet/sheet-words';
import type { SheetView } from '../../data/queries';
import { Button } from '../../ui/Button';
import { classNames } from '../../ui/class-names';
import type { ScoreColumn } from './score-columns';
import { focusPart } from './sheet-focus';
import { entryKey } from './sheet-form';
import { useSheetForm } from './sheet-form-context';
import { damagedGoals } from './sheet-plan';
import { useStableValue } from './use-stable-value';

type ScoreBreakdownProps = { view: SheetView; column: ScoreColumn; titled: boolean };

/** How one evaluator's ratings become a total and a suggestion, as they are stored now. */
export function ScoreBreakdown({ view, column, titled }: ScoreBreakdownProps) {
  const { form, entries, damaged } = view;
  const { author, partId } = column;
  const rules = form.scoring;
  const score = useStableValue(
    useMemo(
      () =>
        breakdownOf(
          form,
          entries,
          author,
          rules,
          damagedGoals({ damaged }, sheetParts(form, entries)),
        ),
      [form, entries, author, rules, damaged],
    ),
  );
  const overall = entryLookup(entries)(partId, author);
  const owner = authorLabels[author];
  return (
    <section
      aria-label={`${owner}の計算の内訳`}
      className="flex flex-col gap-3 not-first:mt-3 not-first:border-t not-first:border-solid-gray-200 not-first:pt-4"
    >
      {titled && <h4 className="font-bold">{owner}</h4>}
      <ScoreTable score={score} titles={form.sectionTitles} owner={owner} />
      <Notes score={score} titles={form.sectionTitles} />
      <SuggestedRating
        score={score}
        column={column}
        rating={overall?.rating ?? null}
        reasoned={(overall?.text ?? '').trim() !== ''}
      />
      <p className="text-xs text-solid-gray-700">
        点数の決め方 第{rules.version}版
        {rules.confirmed ? '（職員課が確定済み）' : '（初期値。職員課の確定前）'}
        。途中の点数は丸めずに計算し、合計だけを小数第2位までに四捨五入します。表の平均は、見やすくするために丸めています。
      </p>
    </section>
  );
}

type Titles = Form['sectionTitles'];

const ScoreTable = memo(function ScoreTable({
  score,
  titles,
  owner,
}: {
  score: Score;
  titles: Titles;
  owner: string;
}) {
  const parts = score.sections.flatMap((section) => section.parts);
  // With something unrated it is a figure on the way, and must not be taken for the result.
  const isWhole = parts.every((part) => part.counted || part.reason !== 'unrated');
  const shows = {
    effects: parts.some((part) => part.counted && part.effects.length > 0),
    weights: parts.some((part) => part.counted && part.weight !== null),
  };
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{owner}の評語から合計まで</caption>
        <thead>
          <tr className="border-b border-solid-gray-420 text-left text-solid-gray-700">
            <th scope="col" className={cell}>
              項目
            </th>
            <th scope="col" className={cell}>
              評語
            </th>
            <th scope="col" className={numberCell}>
              評点
            </th>
            {shows.effects && (
              <th scope="col" className={cell}>
                加減
              </th>
            )}
            {shows.weights && (
              <th scope="col" className={numberCell}>
                割合
              </th>
            )}
            <th scope="col" className={numberCell}>
              点数
            </th>
          </tr>
        </thead>
        {score.sections.map((section) => (
          <SectionRows
            key={section.section}
            section={section}
            title={titles[section.section]}
            shows={
              shows.effects
                ? shows.weights
                  ? 'both'
                  : 'effects'
                : shows.weights
                  ? 'weights'
                  : 'neither'
            }
          />
        ))}
        <tfoot>
          <tr className="border-t-2 border-solid-gray-600">
            <th
              scope="row"
              colSpan={2 + Number(shows.effects) + Number(shows.weights) + 1}
              className={`${cell} text-left font-normal`}
            >
              <span className="font-bold">{isWhole ? '合計' : '合計（途中）'}</span>
              <span className="ml-3 text-solid-gray-700">{sumWords(score, titles)}</span>
            </th>
            <td className={`${numberCell} text-base font-bold`}>{pointsWords(score.total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
});

const cell = 'px-2 py-1 align-baseline font-normal';
const numberCell = `${cell} text-right tabular-nums whitespace-nowrap`;

/** `実績 3.80 × 40％ ＋ …`, by the shares that this total has. */
function sumWords({ sections }: Score, titles: Titles): string {
  return sections
    .flatMap(({ section, mean, share }) =>
      mean === null || share === null
        ? []
        : [`${titles[section]} ${pointsWords(mean)} × ${share}％`],
    )
    .join(' ＋ ');
}

function pointsWords(points: number | null): string {
  return points === null ? '－' : points.toFixed(2);
}

type Shows = 'both' | 'effects' | 'weights' | 'neither';

/** Drawn again only when something in this section has changed. */
const SectionRows = memo(function SectionRows({
  section,
  title,
  shows,
}: {
  section: SectionScore;
  title: string;
  shows: Shows;
}) {
  const columns = { neither: 2, effects: 3, weights: 3, both: 4 }[shows];
  return (
    <tbody className="border-b border-solid-gray-300">
      {section.parts.map((part) => (
        <PartRow key={part.partId} part={part} shows={shows} />
      ))}
      <tr className="bg-solid-gray-50">
        <th scope="row" colSpan={columns + 1} className={`${cell} text-left`}>
          <span className="font-bold">{title}</span>
          <span className="ml-3 text-solid-gray-700">
            {section.leftOut === null
              ? section.method === 'weighted'
                ? '割合による平均'
                : '平均'
              : leftOutSectionWords(section.leftOut)}
          </span>
        </th>
        <td className={`${numberCell} font-bold`}>{pointsWords(section.mean)}</td>
      </tr>
    </tbody>
  );
});

function PartRow({ part, shows }: { part: PartScore; shows: Shows }) {
  const effects = part.counted ? effectWords(part) : '';
  return (
    <tr className="border-b border-solid-gray-100">
      <th scope="row" className={`${cell} text-left`}>
        {part.name}
      </th>
      <td className={`${cell} font-bold`}>{part.rating ?? '－'}</td>
      {part.counted ? (
        <>
          <td className={numberCell}>{part.base}</td>
          {(shows === 'both' || shows === 'effects') && <td className={cell}>{effects}</td>}
          {(shows === 'both' || shows === 'weights') && (
            <td className={numberCell}>{part.weight === null ? '' : `${part.weight}％`}</td>
          )}
          <td className={numberCell}>{part.points}</td>
        </>
      ) : (
        <td
          colSpan={{ neither: 2, effects: 3, weights: 3, both: 4 }[shows]}
          className={`${cell} text-right text-solid-gray-700`}
        >
          {leftOutPartWords(part.reason)}
        </td>
      )}
    </tr>
  );
}

function Notes({ score, titles }: { score: Score; titles: Titles }) {
  const left = score.sections.filter(({ leftOut, weight }) => leftOut !== null && weight > 0);
  const faults = score.sections.flatMap(({ weightFault }) => weightFault ?? []);
  return (
    <>
      {faults.map((fault) => (
        <p
          key={fault.kind}
          className={fault.kind === 'none' ? undefined : 'font-bold text-yellow-1100'}
        >
          {weightFaultWords(fault)}
        </p>
      ))}
      {score.rescaled && (
        <p>
          {left.map(({ section }) => `「${titles[section]}」`).join('')}
          は合計に入れず、その割合を残りの区分に振り分けています。
        </p>
      )}
    </>
  );
}

type SuggestedRatingProps = {
  score: Score;
  column: ScoreColumn;
  /** Her overall rating, and whether anything is written beside it. */
  rating: string | null;
  reasoned: boolean;
};

function SuggestedRating({ score, column, rating, reasoned }: SuggestedRatingProps) {
  const { suggestion } = score;
  const { show, save } = useSheetForm();
  if (suggestion.rating === null) {
    return (
      <div className={suggestionBox}>
        <p className="font-bold">評語の提案はありません</p>
        <ul className="flex flex-col gap-1">
          {suggestion.reasons.map((reason) => (
            <li key={reason.kind}>{noSuggestionWords(reason)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const suggested = suggestion.rating;
  const { author, partId } = column;
  const takeOver = () => {
    const name = `entries.${entryKey(partId, author)}.rating` as const;
    show([{ name, earlier: rating, value: suggested }]);
    save(partId, author, { rating: suggested });
    // The button goes away with what it offers; what is still to be written comes next.
    requestAnimationFrame(() => focusPart(partId));
  };
  return (
    <div className={suggestionBox}>
      <p>
        評語の提案 <strong className="mr-3 ml-1 text-lg">{suggested}</strong>
        <span className="text-solid-gray-700">
          合計 {pointsWords(score.total)} は「{suggested}」の基準 {suggestion.atLeast} 以上です。
        </span>
      </p>
      {rating !== null && rating !== suggested && (
        <p className={classNames(!reasoned && column.writable && 'font-bold text-yellow-1100')}>
          {authorLabels[author]}の評語 {rating} は、提案と違います。
          {column.writable && 'そのままでよいときは、総合所見に理由を書きます。'}
        </p>
      )}
      {rating === suggested && <p>{authorLabels[author]}の評語は、提案と同じです。</p>}
      {column.writable && rating !== suggested && (
        <div>
          <Button size="small" onPress={takeOver}>
            提案の評語を入れる
          </Button>
        </div>
      )}
    </div>
  );
}

const suggestionBox =
  'flex flex-col gap-2 border-l-[3px] border-key-300 bg-solid-gray-50 px-3 py-2 text-[0.9375rem]';
