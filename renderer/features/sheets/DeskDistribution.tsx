import { useMemo } from 'react';
import { type DeskSheet, evaluatorAuthors } from '../../../shared/domain/desk/desk-rows';
import { ownDistribution } from '../../../shared/domain/desk/own-distribution';
import { Card } from '../../ui/Card';

/**
 * My own ratings taken together. Five bars are drawn as a table with a mark beside each
 * number: a chart library would show no more and be read aloud worse.
 */
export function DeskDistribution({ people, me }: { people: readonly DeskSheet[]; me: string }) {
  const {
    counts,
    total,
    people: means,
    hints,
  } = useMemo(
    () => ownDistribution(people, ({ sheet }) => evaluatorAuthors(sheet, me)),
    [people, me],
  );
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <div className="grid grid-cols-1 items-start gap-5 min-[1000px]:grid-cols-2">
      <Card title="評語ごとの数">
        <table aria-label="評語ごとの数" className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
              <th scope="col" className="w-14 px-2 py-1.5 font-normal">
                評語
              </th>
              <th scope="col" className="w-24 px-2 py-1.5 font-normal">
                数
              </th>
              <th scope="col" className="w-20 px-2 py-1.5 font-normal">
                割合
              </th>
              <td className="px-2 py-1.5" />
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {counts.map(({ rating, count }) => (
              <tr key={rating} className="border-b border-solid-gray-100">
                <th scope="row" className="px-2 py-1.5">
                  {rating}
                </th>
                <td className="px-2 py-1.5">{count}</td>
                <td className="px-2 py-1.5">
                  {total === 0 ? '－' : `${Math.round((100 * count) / total)}％`}
                </td>
                <td aria-hidden="true" className="px-2 py-1.5">
                  <span
                    className="bar-mark block h-4 rounded-4 bg-key-900"
                    style={{ width: `${(100 * count) / most}%` }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3 text-sm text-solid-gray-700">
          私が付けた個人目標と項目の評語 {total}
          を数えています。評語の割合に決まりはなく、この分布に合わせて付け直す必要はありません。
        </p>
      </Card>
      <Card title="手がかり">
        {hints.length === 0 ? (
          <p>いまの評語に、手がかりになる偏りは見当たりません。</p>
        ) : (
          <ul className="flex flex-col divide-y divide-solid-gray-200">
            {hints.map(({ title, rule, numbers }) => (
              <li key={`${title} ${rule}`} className="py-2.5">
                <p className="font-bold">{title}</p>
                <p>{numbers}。</p>
                <p className="text-sm text-solid-gray-700">手がかりを出す条件：{rule}。</p>
              </li>
            ))}
          </ul>
        )}
        <p className="mt-3 border-t border-solid-gray-200 pt-3 text-sm text-solid-gray-700">
          これは見直しの手がかりです。根拠となる事実があれば、そのままで構いません。あなた以外の人には見えません。
        </p>
      </Card>
      <Card title="一人ごとの平均" className="min-[1000px]:col-span-2">
        <table aria-label="一人ごとの平均" className="w-full border-collapse text-left">
          <thead>
            <tr className="border-b border-solid-gray-300 text-sm text-solid-gray-700">
              {['氏名', '評語の数', '私の評語の平均', '本人の評語の平均'].map((title) => (
                <th key={title} scope="col" className="px-2 py-1.5 font-normal">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {means.map(({ sheetId, name, rated, mean, selfMean }) => (
              <tr key={sheetId} className="border-b border-solid-gray-100">
                <th scope="row" className="px-2 py-1.5 font-normal">
                  {name}
                </th>
                <td className="px-2 py-1.5">{rated}</td>
                <td className="px-2 py-1.5">{mean?.toFixed(1) ?? '－'}</td>
                <td className="px-2 py-1.5">{selfMean?.toFixed(1) ?? '－'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="mt-3 text-sm text-solid-gray-700">
          平均は、いちばん下の評語を1、一つ上がるごとに1を加えて計算しています。
        </p>
      </Card>
    </div>
  );
}
