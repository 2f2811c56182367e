namespace LeakLens.Engine.Rules.Paths;

/// <summary>One way from a point to the next.</summary>
internal readonly record struct FlowEdge(FlowPoint Target, FlowEdgeKind Kind);
