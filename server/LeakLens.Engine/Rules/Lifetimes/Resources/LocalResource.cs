using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Engine.Rules.Paths;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.Resources;

/// <summary>A resource of a function's own, on its ways out. Functions that only read it do not count as keeping it.</summary>
internal sealed class LocalResource : NamedResource
{
    private readonly RuleContext _context;

    public LocalResource(RuleContext context, ResourceUse use, Name name)
        : base(name.Id, use.Call, use.Resource.Release.Contains, context.Code) => _context = context;

    protected override bool MayKeep(SyntaxNode taker) => !(taker is Call call && Is(call, "borrowingCalls"));

    protected override bool IsReleasingCall(Call call) => Is(call, "releaseCalls");

    private bool Is(Call call, string set) => _context.Names.TryResolve(call.Function, out var name) && LifetimeData.Instance.Set(set).Contains(name.Text);
}
