using System.Collections;
using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Completion;

/// <summary>Takes the names of modes of use and the letters of TR-31. Nothing at all is fine: then the usage decides.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidateModesOfUseAttribute : ValidateArgumentsAttribute
{
    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        foreach (object? mode in arguments as IEnumerable ?? Array.Empty<object>())
        {
            if (!ModesOfUse.IsKnown(mode?.ToString()))
            {
                throw new ValidationMetadataException(
                    $"'{mode}' is not a mode of use: take {string.Join(", ", ModesOfUse.AllNames)}, or one of TR-31's letters "
                        + $"{string.Join(", ", ModesOfUse.AllLetters)}.");
            }
        }
    }
}
