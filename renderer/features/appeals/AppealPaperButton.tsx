import { PaperFileButton, type PaperFileButtonProps } from '../../common/PaperFileButton';

/** One of the papers of an appeal, into a file. */
export function AppealPaperButton(paper: Pick<PaperFileButtonProps, 'label' | 'make'>) {
  return <PaperFileButton purpose="appeal" {...paper} />;
}
