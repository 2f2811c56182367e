using System.Runtime.InteropServices;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Heap;

/// <summary>Where an object is made: the expression, and the chain of calls that led there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AllocationSite(SyntaxNode Node, int Context);
