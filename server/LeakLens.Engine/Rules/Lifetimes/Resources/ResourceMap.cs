using System.Globalization;
using LeakLens.Engine.Rules.Lifetimes.Data;
using LeakLens.Python.Syntax;

namespace LeakLens.Engine.Rules.Lifetimes.Resources;

/// <summary>All resources that a text makes by itself and does not hand to somebody else at once.</summary>
internal sealed class ResourceMap
{
    private readonly RuleContext _context;
    private readonly LifetimeData _data = LifetimeData.Instance;
    private readonly List<ResourceUse> _uses = [];

    private ResourceMap(RuleContext context) => _context = context;

    public static IReadOnlyList<ResourceUse> Find(RuleContext context)
    {
        var map = new ResourceMap(context);
        foreach (var call in context.Code.Calls)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (map.ResourceOf(call) is { } resource)
            {
                map.Follow(call, resource, call);
            }
        }

        return map._uses;
    }

    /// <summary>Those that are made by calls of some names, whatever else these make.</summary>
    /// <param name="resourcesOf">What a call of a qualified name makes; a name that begins with a dot was imported from there.</param>
    public static IReadOnlyList<ResourceUse> Find(RuleContext context, Func<string, IEnumerable<Resource>> resourcesOf)
    {
        var map = new ResourceMap(context);
        foreach (var call in context.Code.Calls)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var resource in context.Names.TryResolve(call.Function, out var name) ? resourcesOf(name.Text) : [])
            {
                map.Follow(call, resource, call);
            }
        }

        return map._uses;
    }

    private Resource? ResourceOf(Call call)
    {
        if (_context.Names.TryResolve(call.Function, out var name))
        {
            return _data.Resources.GetValueOrDefault(name.Text);
        }

        if (call.Function is Attribute { Value: Call made } member && _context.Names.TryResolve(made.Function, out var type) && _data.Resources.TryGetValue($"{type.Text}.{member.Name}", out var resource))
        {
            return resource;
        }

        // asyncio.get_running_loop().create_task(work()) makes what asyncio.create_task(work()) makes.
        return call.Function is Attribute { Value: Call maker } method && _context.Names.TryResolve(maker.Function, out var loop) && _data.Set("loopMakers").Contains(loop.Text)
            ? _data.Resources.GetValueOrDefault("asyncio." + method.Name)
            : null;
    }

    /// <summary>Climbs from what makes the resource to what becomes of it.</summary>
    private void Follow(Call call, Resource resource, SyntaxNode node)
    {
        var parent = _context.Code.ParentOf(node);
        switch (parent)
        {
            case Await when resource.What is "task":
                break;
            case Await or NamedExpr:
            case BoolOp:
            case IfExp choice when !ReferenceEquals(choice.Test, node):
                Follow(call, resource, parent);
                break;
            case Expr:
                Add(call, resource, ResourceFate.Discarded, call);
                break;
            case Subscript part when !resource.Items.IsEmpty && !IsItem(part.Index, resource):
                Add(call, resource, ResourceFate.Discarded, call);
                break;
            case Attribute member when resource.Items.IsEmpty:
                Add(call, resource, ResourceFate.Unnamed, member);
                break;
            case For { Iterable: var over } when ReferenceEquals(over, node) && resource.Items.IsEmpty:
            case Comprehension { Iterable: var over2 } when ReferenceEquals(over2, node) && resource.Items.IsEmpty:
                Add(call, resource, ResourceFate.Unnamed, node);
                break;
            case Call reader when resource.Items.IsEmpty && IsBorrowed(reader, node):
                Add(call, resource, ResourceFate.Unnamed, reader);
                break;
            case Call keeper when VariableUse.IsKeeper(keeper, node):
                Add(call, resource, ResourceFate.Kept, keeper);
                break;
            case Assign { Targets: [var target] }:
                Bind(call, resource, target);
                break;
            case AnnAssign annotated:
                Bind(call, resource, annotated.Target);
                break;
            default:
                break;
        }
    }

    private static bool IsItem(Expression index, Resource resource) =>
        index is Constant { Value: { } number } && resource.Items.Any(item => string.Equals(number.ToString(), item.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private bool IsBorrowed(Call reader, SyntaxNode argument) =>
        !ReferenceEquals(reader.Function, argument) && _context.Names.TryResolve(reader.Function, out var name) && _data.Set("borrowingCalls").Contains(name.Text);

    private void Bind(Call call, Resource resource, Expression target)
    {
        if (target is Tuple parts && !resource.Items.IsEmpty)
        {
            foreach (var item in resource.Items)
            {
                if (item < parts.Elements.Length && parts.Elements[item] is Name or Attribute)
                {
                    Add(call, resource, FateOf(parts.Elements[item]), parts.Elements[item]);
                }
            }
        }
        else if (resource.Items.IsEmpty)
        {
            Add(call, resource, FateOf(target), target);
        }
    }

    private ResourceFate FateOf(Expression target) => target switch
    {
        Name => ResourceFate.Variable,
        Attribute field when _context.Code.ClassOfSelf(field) is not null => ResourceFate.Field,
        _ => ResourceFate.Owned,
    };

    private void Add(Call call, Resource resource, ResourceFate fate, SyntaxNode place)
    {
        if (fate is not ResourceFate.Owned)
        {
            _uses.Add(new ResourceUse(call, resource, fate, place));
        }
    }
}
