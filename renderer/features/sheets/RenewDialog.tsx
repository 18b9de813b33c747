import { useRef, useState } from 'react';
import { loadRenewal, renewSheet } from '../../data/renew-commands';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { type Problem, problemOf } from '../../platform/problem';
import { notify } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Spinner } from '../../ui/Spinner';
import { TextArea } from '../../ui/TextArea';
import { ReasonMissing } from './ReasonMissing';

type RenewDialogProps = { sheetId: string; onClose: () => void };

/** Shows what of a sheet is otherwise by now, and takes it over once 職員課 says so. */
export function RenewDialog({ sheetId, onClose }: RenewDialogProps) {
  const store = useStore();
  const read = useLiveQuery((open) => loadRenewal(open, sheetId), [sheetId]);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const differences = read.state === 'ready' ? read.value : [];

  async function renew() {
    setAsked(true);
    if (reason.trim() === '') {
      reasonField.current?.focus();
      return;
    }
    try {
      if (!(await flushAll())) return;
      await renewSheet(store, { sheetId, reason, seen: differences });
      notify({ tone: 'success', title: 'シートを最新に更新しました' });
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  return (
    <Dialog
      title="最新に更新"
      isOpen
      onOpenChange={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>やめる</Button>
          {differences.length > 0 && (
            <Button look="primary" onPress={() => void renew()}>
              最新に更新する
            </Button>
          )}
        </>
      }
    >
      {read.state === 'loading' && <Spinner label="違いを調べています" />}
      {read.state === 'failed' && <ErrorNotice problem={problemOf(read.error)} />}
      {read.state === 'ready' && differences.length === 0 && (
        <p>このシートは、今の様式・体系図・名簿と同じです。</p>
      )}
      {differences.length > 0 && (
        <>
          <p>
            このシートは、配布したときの様式と名簿のままです。更新すると、次のところが変わります。書かれたものは残ります。
          </p>
          <div className="overflow-x-auto">
            <table aria-label="変わるところ" className="w-full border-collapse text-left text-sm">
              <thead>
                <tr className="border-b border-solid-gray-420 text-solid-gray-700">
                  {['変わるところ', '今のシート', '更新すると'].map((title) => (
                    <th key={title} scope="col" className="px-2 py-1 font-normal">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.map(({ what, before, after }) => (
                  <tr key={what} className="border-b border-solid-gray-100 align-baseline">
                    <th scope="row" className="px-2 py-1 font-bold">
                      {what}
                    </th>
                    <td className="px-2 py-1 whitespace-pre-wrap">{before || '（なし）'}</td>
                    <td className="px-2 py-1 whitespace-pre-wrap">{after || '（なし）'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <TextArea
            label="理由"
            description="経過に残り、このシートを見る人が読めます。"
            value={reason}
            onChange={setReason}
            textAreaRef={reasonField}
            rows={2}
          />
          {asked && reason.trim() === '' && <ReasonMissing />}
        </>
      )}
      {problem !== null && <ErrorNotice problem={problem} />}
    </Dialog>
  );
}
