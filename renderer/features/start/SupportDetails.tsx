import { useRef } from 'react';
import type { StartReport } from '../../../shared/ipc/contract';
import type { Problem } from '../../platform/problem';
import { Button } from '../../ui/Button';

type SupportDetailsProps = { problem: Problem; report: StartReport | null };

/** What 情報担当 needs to know, as a text to select and copy. */
export function SupportDetails({ problem, report }: SupportDetailsProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const lines = [
    `番号: ${problem.code}`,
    `内容: ${problem.title}`,
    `詳細: ${problem.detail === '' ? 'なし' : problem.detail}`,
  ];
  if (report !== null) {
    const { versions, sentinel } = report;
    lines.push(
      `版: 育成ノート ${versions.app} / Electron ${versions.electron} / Chromium ${versions.chromium}`,
      `見張り: ${sentinel === null ? 'なし' : JSON.stringify(sentinel)}`,
      `控え: ${report.coldCopies.length}件`,
    );
  }
  return (
    <section
      aria-label="情報担当の方へ"
      className="flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white p-6"
    >
      <h2 className="text-base font-bold">情報担当の方へ</h2>
      <textarea
        ref={field}
        readOnly
        aria-label="情報担当に伝える内容"
        className="focus-ring grows w-full rounded-8 border border-solid-gray-600 bg-solid-gray-50 p-3 text-sm"
        value={lines.join('\n')}
      />
      <div className="flex items-center gap-3">
        <Button
          size="small"
          onPress={() => {
            field.current?.focus();
            field.current?.select();
          }}
        >
          全文を選ぶ
        </Button>
        <span className="text-sm text-solid-gray-700">選んだあと、Ctrl＋Cで写せます。</span>
      </div>
    </section>
  );
}
