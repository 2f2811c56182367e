using LeakLens.Engine.Facts;
using LeakLens.Engine.Heap;
using LeakLens.Python.Parsing;
using LeakLens.Python.Text;

namespace LeakLens.Engine.Tests.Facts;

public sealed class ExactSizeTests
{
    /// <summary>Several parts of the evaluation measure objects of one heap, each as often as it likes.</summary>
    [Fact]
    public void What_one_has_measured_another_one_measures_as_well()
    {
        var root = SyntaxTree.Parse(SourceText.From("[]\n")).Root;
        var heap = new AbstractHeap { IsExact = true };
        var list = heap.Allocate(ObjectKind.List, root, context: 0);
        var (first, second) = (new ExactSize(heap, TargetVersion.Python311), new ExactSize(heap, TargetVersion.Python311));
        var bytes = first.Of(list, notOlderThan: 0, out _);
        bytes.Low.ShouldBeGreaterThan(0);
        second.Of(list, notOlderThan: 0, out _).ShouldBe(bytes);
    }
}
