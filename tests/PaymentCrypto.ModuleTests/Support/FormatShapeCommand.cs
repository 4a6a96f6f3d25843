using System.Management.Automation;
using System.Reflection;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>Format-Table and Format-List, which are not in the engine alone: the same base class and the same implementation as theirs.</summary>
[Cmdlet(VerbsCommon.Format, "Shape")]
public sealed class FormatShapeCommand : FrontEndCommandBase
{
    /// <summary><c>Table</c> or <c>List</c>.</summary>
    [Parameter(Mandatory = true)]
    public string Shape { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Assembly engine = typeof(PSObject).Assembly;
        const string Namespace = "Microsoft.PowerShell.Commands.Internal.Format.";
        object shape = Enum.Parse(engine.GetType(Namespace + "FormatShape", throwOnError: true)!, Shape);
        object implementation = Activator.CreateInstance(
            engine.GetType(Namespace + "InnerFormatShapeCommand", throwOnError: true)!, BindingFlags.Instance | BindingFlags.NonPublic, null, [shape], null)!;
        typeof(FrontEndCommandBase).GetField("implementation", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(this, implementation);
        base.BeginProcessing();
    }
}
