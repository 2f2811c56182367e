using LeakLens.Engine.Rules.Code;
using LeakLens.Engine.Rules.Libraries.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Libraries.Records;

/// <summary>Sessions of SQLAlchemy: made by their class, or by a factory of the text. Those of a <c>scoped_session</c> are one for each thread, and let go of elsewhere.</summary>
internal static class SessionMaker
{
    public static IEnumerable<Call> Calls(RuleContext context) => context.Code.Calls.Where(call => IsMaking(context, call));

    /// <summary>The expression is a session.</summary>
    public static bool IsSession(RuleContext context, Expression expression) => (Makers.CallOf(context, expression) is { } made && IsMaking(context, made))
        || (Makers.Of(context, expression) is { } type && LibraryData.Instance.Set("records.sessions").Contains(type));

    private static bool IsMaking(RuleContext context, Call call)
    {
        if (context.Names.Resolve(call.Function) is { } name)
        {
            return LibraryData.Instance.Set("records.sessions").Contains(name.Text);
        }

        // Session = sessionmaker(engine), and Session().
        return call.Function is Name or Python.Syntax.Attribute && Makers.CallOf(context, call.Function) is { } factory
            && context.Names.Resolve(factory.Function) is { } maker && LibraryData.Instance.Set("records.sessionFactories").Contains(maker.Text);
    }
}
