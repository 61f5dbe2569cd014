import type { Attributes } from "graphology-types";
import { EdgeLineProgram, type EdgeProgramType, NodePointProgram, type NodeProgramType } from "sigma/rendering";

/** Lines that are drawn while a large graph moves: the heaviest, which come first. All of them would take longer than a frame without a graphics card. */
const LINES_IN_MOTION = 6000;

/** What sigma passes to a program to draw. */
type RenderParams = Parameters<InstanceType<typeof EdgeLineProgram>["render"]>[0];

/**
 * Programs for graphs of thousands of nodes. Points and lines are drawn in one go; sigma's discs and arrows are drawn instance by instance, which takes
 * a quarter of a second for 20,000 nodes where the processor has to do it.
 *
 * @param moving Whether the picture is being moved: then only the first lines are drawn.
 */
export function largeGraphPrograms<N extends Attributes, E extends Attributes>(
  moving: () => boolean,
): { readonly node: NodeProgramType<N, E>; readonly edge: EdgeProgramType<N, E> } {
  class SparseLineProgram extends EdgeLineProgram<N, E> {
    override render(params: RenderParams): void {
      const all = this.verticesCount;
      if (moving()) this.verticesCount = Math.min(all, LINES_IN_MOTION * this.VERTICES);
      super.render(params);
      this.verticesCount = all;
    }
  }
  return { node: NodePointProgram as unknown as NodeProgramType<N, E>, edge: SparseLineProgram as unknown as EdgeProgramType<N, E> };
}
