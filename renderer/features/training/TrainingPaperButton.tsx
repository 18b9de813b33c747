import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import type { TrainingPaperModel } from '../../../shared/print/office-paper-model';
import { useStore } from '../../data/store-context';
import { localNow } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { type PaperOutcome, savePaper, showSaved } from '../../platform/save-paper';
import { notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { PaperButton } from '../../ui/PaperButton';

/** What every paper says of its printing, asked for when it is made. */
export function usePrinting(): () => { printedAt: string; sample: boolean } {
  const store = useStore();
  return () => ({ printedAt: localNow(), sample: store.dataSet === 'sample' });
}

type TrainingPaperButtonProps = {
  label: string;
  /** Made anew from what is stored, after everything typed is. */
  make: () => Promise<TrainingPaperModel>;
};

/** One of the papers of training, into a file. */
export function TrainingPaperButton({ label, make }: TrainingPaperButtonProps) {
  async function save(missingAllowed: boolean): Promise<PaperOutcome> {
    if (!(await flushAll())) return { kind: 'cancelled' };
    try {
      const model = await make();
      const name = `${model.title}_${model.personName.replace(/\s/gu, '')}`;
      const paper = { purpose: 'training' as const, suggestedName: safeFileName(name), model };
      return await savePaper(paper, missingAllowed);
    } catch (error) {
      return { kind: 'failed', problem: problemOf(error) };
    }
  }
  return (
    <PaperButton
      label={label}
      onSave={save}
      onShow={(file, what) => {
        showSaved(file, what).catch((error: unknown) => notifyProblem(problemOf(error)));
      }}
    />
  );
}
