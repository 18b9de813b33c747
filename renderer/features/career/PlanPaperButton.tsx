import { safeFileName } from '../../../shared/domain/text/safe-file-name';
import { buildCareerPlanModel } from '../../../shared/print/build-career-paper';
import { loadPlan, type PlanView } from '../../data/career-plan-queries';
import { useStore } from '../../data/store-context';
import { localNow, localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { type PaperOutcome, savePaper, showSaved } from '../../platform/save-paper';
import { notifyProblem } from '../../state/notifications';
import { flushAll } from '../../state/save-state';
import { PaperButton } from '../../ui/PaperButton';

/** The plan as its reader has it, into a file. */
export function PlanPaperButton({ view: { person, fiscalYear } }: { view: PlanView }) {
  const store = useStore();

  async function save(missingAllowed: boolean): Promise<PaperOutcome> {
    if (!(await flushAll())) return { kind: 'cancelled' };
    try {
      const asked = { staffId: person.id, fiscalYear, today: localToday() };
      const view = await loadPlan(store, asked);
      if (view.plan === null) return { kind: 'cancelled' };
      const { plan, positions, position, abilities, advice } = view;
      const model = buildCareerPlanModel({
        person: view.person,
        plan,
        positionName: position?.name ?? '',
        wishedPositionName: positions.find(({ id }) => id === plan.wishedPositionId)?.name ?? '',
        abilities,
        advice: advice.map(({ writerName, note }) => ({ writerName, text: note.text })),
        printedAt: localNow(),
        sample: store.dataSet === 'sample',
      });
      const name = `${model.title}_${person.name.replace(/\s/gu, '')}`;
      const paper = { purpose: 'career' as const, suggestedName: safeFileName(name), model };
      return await savePaper(paper, missingAllowed);
    } catch (error) {
      return { kind: 'failed', problem: problemOf(error) };
    }
  }

  return (
    <PaperButton
      label="PDFにする"
      onSave={save}
      onShow={(file, what) => {
        showSaved(file, what).catch((error: unknown) => notifyProblem(problemOf(error)));
      }}
    />
  );
}
