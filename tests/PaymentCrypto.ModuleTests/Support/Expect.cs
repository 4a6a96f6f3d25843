using System.Management.Automation;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>Assertions on error records.</summary>
internal static class Expect
{
    /// <summary>The id (without the cmdlet), category and target of an error are what scripts rely on.</summary>
    public static void Error(ErrorRecord error, string id, ErrorCategory category, object? target)
    {
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject is PSObject wrapped ? wrapped.BaseObject : error.TargetObject);
    }
}
